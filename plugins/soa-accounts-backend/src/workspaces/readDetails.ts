import type {
  Workspace,
  WorkspaceOutput,
} from '@backstage-soa/plugin-soa-common';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';

/** What takes requests of its own to know of a workspace. */
export interface WorkspaceDetails {
  roles: Workspace['roles'];
  outputs: WorkspaceOutput[];
}

/**
 * Reads a workspace's outputs, and the roles that its variables name. What
 * cannot be read stays as it was known.
 */
export async function readDetails(
  client: HcpTerraformClient,
  workspace: HcpTerraformWorkspace,
  known: WorkspaceDetails,
  signal?: AbortSignal,
): Promise<{
  details: WorkspaceDetails;
  failures: Array<{ what: string; error: unknown }>;
}> {
  const [roles, outputs] = await Promise.allSettled([
    readRoles(client, workspace.id, signal),
    readOutputs(client, workspace, known.outputs.length > 0, signal),
  ]);
  return {
    details: {
      roles: roles.status === 'fulfilled' ? roles.value : known.roles,
      outputs: outputs.status === 'fulfilled' ? outputs.value : known.outputs,
    },
    failures: [
      ...(roles.status === 'rejected'
        ? [{ what: 'variables', error: roles.reason }]
        : []),
      ...(outputs.status === 'rejected'
        ? [{ what: 'outputs', error: outputs.reason }]
        : []),
    ],
  };
}

async function readRoles(
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

async function readOutputs(
  client: HcpTerraformClient,
  { id, currentStateVersionId, resourceCount = 0 }: HcpTerraformWorkspace,
  hadOutputs: boolean,
  signal?: AbortSignal,
): Promise<WorkspaceOutput[]> {
  try {
    const outputs = await client.listOutputs(id, { signal });
    return outputs.map(({ name, sensitive, value }) => ({
      name,
      sensitive,
      ...(!sensitive && { value }),
    }));
  } catch (error) {
    // "There is no state" and "you may not read it" are the same answer.
    const hasState = currentStateVersionId || resourceCount > 0 || hadOutputs;
    if (
      !hasState &&
      error instanceof HcpTerraformError &&
      error.kind === 'not-found-or-not-allowed'
    ) {
      return [];
    }
    throw error;
  }
}
