/**
 * The name of the workspace that holds one placement of a service.
 *
 * @param key - the placement's key, see {@link placementKeys}
 * @public
 */
export function workspaceName(service: string, key: string): string {
  return `${service}-${key}`;
}
