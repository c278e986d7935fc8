import {
  deployRoleName,
  placementIdentity,
  ROLE_NAME_MAX_LENGTH,
} from '@backstage-soa/plugin-soa-common';
import type { Placement, Workspace } from '@backstage-soa/plugin-soa-common';

/** Why the workspace of a placement cannot have its name. */
export function workspaceProblem(
  name: string,
  componentRef: string,
  placement: Placement,
  workspaces: readonly Workspace[],
): string | undefined {
  // HCP Terraform takes longer names than IAM.
  const role = deployRoleName(name, 'apply');
  if (role.length > ROLE_NAME_MAX_LENGTH) {
    return `The workspace "${name}" would need a deploy role with a name of ${role.length} characters, and AWS takes ${ROLE_NAME_MAX_LENGTH}: choose a shorter name.`;
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
