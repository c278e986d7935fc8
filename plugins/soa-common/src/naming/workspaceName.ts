/**
 * The longest name that HCP Terraform gives a workspace.
 *
 * @public
 */
export const WORKSPACE_NAME_MAX_LENGTH = 90;

/**
 * The name of the workspace that holds one placement of a service.
 *
 * @param key - the placement's key, see {@link placementKeys}
 * @public
 */
export function workspaceName(service: string, key: string): string {
  return `${service}-${key}`;
}
