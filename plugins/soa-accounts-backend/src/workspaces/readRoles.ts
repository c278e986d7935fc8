import type { Workspace } from '@backstage-soa/plugin-soa-common';
import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';

/** The roles that a workspace's variables name. */
export async function readRoles(
  client: HcpTerraformClient,
  workspaceId: string,
  signal?: AbortSignal,
): Promise<Workspace['roles']> {
  const variables = await client.listVariables(workspaceId, { signal });
  const value = (key: string) =>
    variables.find(one => one.category === 'env' && one.key === key)?.value;
  const both = value('TFC_AWS_RUN_ROLE_ARN');
  return {
    plan: value('TFC_AWS_PLAN_ROLE_ARN') ?? both,
    apply: value('TFC_AWS_APPLY_ROLE_ARN') ?? both,
  };
}
