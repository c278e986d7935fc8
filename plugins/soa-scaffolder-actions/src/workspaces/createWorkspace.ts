import { ConflictError } from '@backstage/errors';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
} from '@backstage-soa/plugin-soa-node';
import { createOrFind } from './createOrFind';
import { writeSettings } from './plan';
import type { Wiring } from './wiring';

/**
 * Creates a workspace that does not run yet, or finds the one that there is
 * already.
 */
export async function createWorkspace(
  input: HcpTerraformWorkspaceInput,
  { client, host, signal }: Pick<Wiring, 'client' | 'host' | 'signal'>,
): Promise<
  { created: HcpTerraformWorkspace } | { found: HcpTerraformWorkspace }
> {
  try {
    return await createOrFind(
      () =>
        writeSettings(
          { ...input, queueAllRuns: false },
          settings => client.createWorkspace(settings, { signal }),
          { host },
        ),
      () => client.findWorkspace(input.name, { signal }),
    );
  } catch (error) {
    throw error instanceof HcpTerraformError && error.kind === 'conflict'
      ? new ConflictError(
          `The workspace ${client.organization}/${input.name} is taken by one that the portal's token may not see: choose another name, or let the token read it`,
          error,
        )
      : error;
  }
}
