/**
 * What an HCP Terraform run does under a role of its own.
 *
 * @public
 */
export type DeployPhase = 'plan' | 'apply';

/**
 * The longest name that IAM gives a role.
 *
 * @public
 */
export const ROLE_NAME_MAX_LENGTH = 64;

/**
 * The longest name of a workspace that has deploy roles.
 *
 * @public
 */
export const DEPLOYING_WORKSPACE_MAX_LENGTH =
  ROLE_NAME_MAX_LENGTH - '-apply'.length;

/**
 * The path of all deploy roles, so that one policy can speak of them.
 *
 * @public
 */
export const DEPLOY_ROLE_PATH = '/soa/';

/**
 * The name of the role that a workspace's runs take on.
 *
 * @public
 */
export function deployRoleName(workspace: string, phase: DeployPhase): string {
  return `${workspace}-${phase}`;
}
