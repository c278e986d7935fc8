/**
 * The reference of the entity of an AWS account: its name is the account's id.
 *
 * @public
 */
export function accountEntityRef(accountId: string): string {
  return `resource:default/${accountId}`;
}

/**
 * The reference of the entity of an HCP Terraform workspace: its name is the
 * workspace's id.
 *
 * @public
 */
export function workspaceEntityRef(workspaceId: string): string {
  return `resource:default/${workspaceId}`.toLocaleLowerCase('en-US');
}

/**
 * The reference of the entity of a root or organizational unit: its name is the
 * unit's id.
 *
 * @public
 */
export function organizationalUnitEntityRef(unitId: string): string {
  return `resource:default/${unitId}`.toLocaleLowerCase('en-US');
}
