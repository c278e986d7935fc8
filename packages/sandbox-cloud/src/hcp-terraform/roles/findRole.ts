import { deployRoles } from '../../effects';
import type { DeployRole } from '../../effects';
import {
  accessWorkspaceName,
  accounts,
  PLATFORM_PROJECT,
} from '../../organisation';
import type { HcpState } from '../HcpState';

/**
 * The role of an ARN, if it is there: those that access workspaces have made, and
 * those that each account comes with, as a stack set of the organisation would
 * put them there: the roles of its access workspace itself.
 */
export function findRole(state: HcpState, arn: string): DeployRole | undefined {
  const account = arn.split(':')[4];
  const isSuspended = accounts.some(
    ({ id, state: its }) => id === account && its === 'SUSPENDED',
  );
  const made = state.workspaces
    .filter(({ tags }) => tags['soa-account'] === account)
    .flatMap(({ access = {} }) =>
      Object.entries(access).flatMap(([workspace, { project }]) =>
        deployRoles(account, workspace, project),
      ),
    );
  const bootstrapped = isSuspended
    ? []
    : deployRoles(account, accessWorkspaceName(account), PLATFORM_PROJECT);
  return [...bootstrapped, ...made].find(role => role.arn === arn);
}
