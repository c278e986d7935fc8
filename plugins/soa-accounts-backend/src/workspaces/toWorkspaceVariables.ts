import type { HcpTerraformVariable } from '@backstage-soa/plugin-soa-node';
import type { WorkspaceVariables } from './WorkspaceVariables';

// What our templates name placements by: environments, Regions, accounts, cells.
const KEY = /^[a-z0-9][a-z0-9-]{0,99}$/;

/** The roles, and the placement, that a workspace's variables name. */
export function toWorkspaceVariables(
  variables: readonly HcpTerraformVariable[],
): WorkspaceVariables {
  const value = (category: HcpTerraformVariable['category'], key: string) =>
    variables.find(one => one.category === category && one.key === key)?.value;
  const both = value('env', 'TFC_AWS_RUN_ROLE_ARN');
  const placementKey = value('terraform', 'placement');
  return {
    roles: {
      plan: value('env', 'TFC_AWS_PLAN_ROLE_ARN') ?? both,
      apply: value('env', 'TFC_AWS_APPLY_ROLE_ARN') ?? both,
    },
    ...(placementKey && KEY.test(placementKey) && { placementKey }),
  };
}
