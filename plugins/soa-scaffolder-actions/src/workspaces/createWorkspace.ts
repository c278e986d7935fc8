import { ConflictError } from '@backstage/errors';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
} from '@backstage-soa/plugin-soa-node';
import { writeSettings } from './plan';
import type { Wiring } from './wiring';

/**
 * Creates a workspace that does not run yet. An answer can be lost after the
 * write, and two tasks can write at once: then there is one already.
 */
export async function createWorkspace(
  input: HcpTerraformWorkspaceInput,
  { client, host, signal }: Pick<Wiring, 'client' | 'host' | 'signal'>,
): Promise<
  { created: HcpTerraformWorkspace } | { found: HcpTerraformWorkspace }
> {
  try {
    const created = await writeSettings(
      { ...input, queueAllRuns: false },
      settings => client.createWorkspace(settings, { signal }),
      { host },
    );
    return { created };
  } catch (error) {
    if (
      !(error instanceof HcpTerraformError) ||
      (error.kind !== 'conflict' && error.kind !== 'unavailable')
    ) {
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
