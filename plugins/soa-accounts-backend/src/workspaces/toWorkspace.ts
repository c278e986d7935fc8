import {
  fullEntityRef,
  ownerOfWorkspaceTags,
  placementOfWorkspaceTags,
  workspaceEntityRef,
} from '@backstage-soa/plugin-soa-common';
import type { Workspace } from '@backstage-soa/plugin-soa-common';
import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import { stateOfWorkspace } from './stateOfWorkspace';
import type { WorkspaceVariables } from './WorkspaceVariables';

/** What a workspace's tags say it holds, unless that can be no component. */
function heldBy({ tagBindings }: HcpTerraformWorkspace) {
  const held = placementOfWorkspaceTags(tagBindings);
  const componentRef = held && fullEntityRef(held.componentRef);
  return held && componentRef ? { ...held, componentRef } : undefined;
}

/** A workspace of HCP Terraform in the terms of the inventory. */
export function toWorkspace(
  client: HcpTerraformClient,
  found: HcpTerraformWorkspace,
  details: {
    variables: WorkspaceVariables;
    /** The workspace as it was known, if its state is still the same. */
    sameState: Workspace | undefined;
  },
): Workspace {
  const { currentRun } = found;
  const { roles, placementKey } = details.variables;
  return {
    id: found.id,
    name: found.name,
    organization: client.organization,
    projectId: found.project?.id,
    projectName: found.project?.name,
    url: client.workspaceUrl(found.name),
    ...heldBy(found),
    // What is tagged as somebody's is nobody else's, however it is called.
    ...(!ownerOfWorkspaceTags(found.tagBindings) &&
      placementKey && { placementKey }),
    ...(currentRun && {
      currentRun: {
        id: currentRun.id,
        status: currentRun.status,
        createdAt: currentRun.createdAt,
        url: client.runUrl(found.name, currentRun.id),
      },
    }),
    ...stateOfWorkspace(found, details.sameState),
    resourceCount: found.resourceCount,
    roles,
    entityRef: workspaceEntityRef(found.id),
  };
}
