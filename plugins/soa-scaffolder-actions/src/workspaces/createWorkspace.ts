import { ConflictError } from '@backstage/errors';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
} from '@backstage-soa/plugin-soa-node';

/**
 * Creates a workspace. An answer can be lost after the write, and two tasks can
 * write at once: then there is one already.
 */
export async function createWorkspace(
  client: HcpTerraformClient,
  input: HcpTerraformWorkspaceInput,
  signal?: AbortSignal,
): Promise<
  { created: HcpTerraformWorkspace } | { found: HcpTerraformWorkspace }
> {
  try {
    return { created: await client.createWorkspace(input, { signal }) };
  } catch (error) {
    if (!(error instanceof HcpTerraformError)) {
      throw error;
    }
    const found = await client.findWorkspace(input.name, { signal });
    if (found) {
      return { found };
    }
    throw error.kind === 'conflict'
      ? new ConflictError(
          `The workspace ${client.organization}/${input.name} is taken by one that the portal's token may not see: choose another name, or let the token read it`,
          error,
        )
      : error;
  }
}
