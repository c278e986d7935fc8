import {
  placementIdentity,
  WORKSPACE_NAME_MAX_LENGTH,
} from '@backstage-soa/plugin-soa-common';
import type { Placement, Workspace } from '@backstage-soa/plugin-soa-common';

/** Why the workspace of a placement cannot have its name. */
export function workspaceProblem(
  name: string,
  componentRef: string,
  placement: Placement,
  workspaces: readonly Workspace[],
): string | undefined {
  if (name.length > WORKSPACE_NAME_MAX_LENGTH) {
    return `The workspace "${name}" would have a name of ${name.length} characters, and HCP Terraform takes ${WORKSPACE_NAME_MAX_LENGTH}: choose a shorter name.`;
  }
  const taken = workspaces.find(workspace => workspace.name === name);
  const isOurs =
    taken?.componentRef === componentRef &&
    taken.placement !== undefined &&
    placementIdentity(taken.placement) === placementIdentity(placement);
  return taken && !isOurs
    ? `There is a workspace "${name}" already that holds something else: choose another name.`
    : undefined;
}
