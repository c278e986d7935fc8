import type {
  Workspace,
  WorkspaceOutput,
} from '@backstage-soa/plugin-soa-common';
import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';

/** What takes requests of its own to know of a workspace. */
export interface WorkspaceDetails {
  roles: Workspace['roles'];
  outputs: WorkspaceOutput[];
}

/** Reads a workspace's outputs, and the roles that its variables name. */
export async function readDetails(
  client: HcpTerraformClient,
  workspaceId: string,
  signal?: AbortSignal,
): Promise<WorkspaceDetails> {
  const [variables, outputs] = await Promise.all([
    client.listVariables(workspaceId, { signal }),
    client.listOutputs(workspaceId, { signal }),
  ]);
  const value = (key: string) =>
    variables.find(one => one.category === 'env' && one.key === key)?.value;
  const both = value('TFC_AWS_RUN_ROLE_ARN');
  return {
    roles: {
      plan: value('TFC_AWS_PLAN_ROLE_ARN') ?? both,
      apply: value('TFC_AWS_APPLY_ROLE_ARN') ?? both,
    },
    outputs: outputs.map(({ name, sensitive, value: content }) => ({
      name,
      sensitive,
      ...(!sensitive && { value: content }),
    })),
  };
}
