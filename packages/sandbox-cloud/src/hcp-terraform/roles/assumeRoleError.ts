import type { DeployPhase } from '@backstage-soa/plugin-soa-common';
import { TERRAFORM_ORGANIZATION } from '../../organisation';
import type { HcpState, HcpWorkspace } from '../HcpState';
import { findRole } from './findRole';

/** As STS says it, whatever is wrong. */
export const NOT_AUTHORIZED =
  'Not authorized to perform sts:AssumeRoleWithWebIdentity';

/**
 * Why a phase of a workspace's runs cannot take on the role that its variables
 * name: there is none, or it trusts somebody else.
 *
 * @returns the error, as Terraform shows it; `undefined` if it can, or need not
 */
export function assumeRoleError(
  state: HcpState,
  workspace: HcpWorkspace,
  phase: DeployPhase,
): string | undefined {
  const variable = (key: string) =>
    workspace.variables.find(one => one.key === key && one.category === 'env')
      ?.value;
  const arn =
    variable(`TFC_AWS_${phase === 'plan' ? 'PLAN' : 'APPLY'}_ROLE_ARN`) ??
    variable('TFC_AWS_RUN_ROLE_ARN');
  if (variable('TFC_AWS_PROVIDER_AUTH') !== 'true' || !arn) {
    return undefined;
  }
  const project = state.projects.find(({ id }) => id === workspace.projectId);
  const subject = `organization:${TERRAFORM_ORGANIZATION}:project:${project?.name}:workspace:${workspace.name}:run_phase:${phase}`;
  return findRole(state, arn)?.subject === subject
    ? undefined
    : `Error: Cannot assume IAM Role: operation error STS: AssumeRoleWithWebIdentity, https response error StatusCode: 403, api error AccessDenied: ${NOT_AUTHORIZED} (role ${arn}, subject ${subject})`;
}
