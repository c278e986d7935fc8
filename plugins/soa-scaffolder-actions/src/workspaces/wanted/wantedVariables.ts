import {
  DEPLOY_ROLE_PATH,
  deployRoleName,
  regionPartition,
} from '@backstage-soa/plugin-soa-common';
import type {
  DeployPhase,
  ResolvedPlacement,
} from '@backstage-soa/plugin-soa-common';
import type { HcpTerraformVariableInput } from '@backstage-soa/plugin-soa-node';
import type { WishedVariable } from '../../wishes';

/**
 * The variables of a placement's workspace: which placement it is, the roles
 * that its runs take on, and what was wished for it.
 */
export function wantedVariables(
  placement: ResolvedPlacement,
  wished: readonly WishedVariable[],
): HcpTerraformVariableInput[] {
  const name = placement.workspace.split('/')[1];
  const role = (phase: DeployPhase) =>
    `arn:${regionPartition(placement.region)}:iam::${
      placement.account
    }:role${DEPLOY_ROLE_PATH}${deployRoleName(name, phase)}`;
  return [
    { key: 'placement', value: placement.key, category: 'terraform' },
    { key: 'TFC_AWS_PROVIDER_AUTH', value: 'true', category: 'env' },
    { key: 'TFC_AWS_PLAN_ROLE_ARN', value: role('plan'), category: 'env' },
    { key: 'TFC_AWS_APPLY_ROLE_ARN', value: role('apply'), category: 'env' },
    ...wished
      .filter(({ only }) => !only || only.includes(placement.key))
      .map(({ only, ...variable }) => variable),
  ];
}
