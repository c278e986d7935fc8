import { ConflictError } from '@backstage/errors';
import {
  ownerOfWorkspaceTags,
  WORKSPACE_TAGS,
} from '@backstage-soa/plugin-soa-common';
import type {
  HcpTerraform,
  SoaEnvironment,
} from '@backstage-soa/plugin-soa-node';
import type { HeldWorkspace } from './HeldWorkspace';

/**
 * Finds a workspace, and makes sure that it is the component's.
 *
 * @returns `undefined` if there is none, or the portal's token may not see it
 * @throws ConflictError if it belongs to something else
 */
export async function findHeldWorkspace(options: {
  hcpTerraform: HcpTerraform;
  /** `organization/name` */
  fullName: string;
  componentRef: string;
  environments: readonly SoaEnvironment[];
  signal?: AbortSignal;
}): Promise<HeldWorkspace | undefined> {
  const { hcpTerraform, fullName, componentRef, environments, signal } =
    options;
  const [organization, name] = fullName.split('/');
  const client = hcpTerraform.client(organization);
  const workspace = await client.findWorkspace(name, { signal });
  if (!workspace) {
    return undefined;
  }
  const owner = ownerOfWorkspaceTags(workspace.tagBindings);
  if (owner?.componentRef !== componentRef.toLocaleLowerCase('en-US')) {
    throw new ConflictError(
      `workspaces: the tags of ${fullName} ${
        owner
          ? `say that it is ${owner.componentRef}'s`
          : `do not say whose it is (${WORKSPACE_TAGS.component})`
      }, and not ${componentRef}'s: nothing is done to it`,
    );
  }
  const environment = environments.find(
    known => known.name === owner.environment,
  );
  return {
    fullName,
    client,
    workspace,
    url: client.workspaceUrl(name),
    isProduction: environment?.production ?? true,
  };
}
