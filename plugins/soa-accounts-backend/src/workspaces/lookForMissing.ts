import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import type { RemovalLimit } from '../reading';
import type { WorkspaceReading } from './WorkspaceReading';

/**
 * Asks for each workspace that is known and was not in the list: one that is
 * deleted while the list is read page by page moves another to a page that has
 * been read already.
 *
 * @returns those that are there, and the ids of those that are not
 * @throws if more are gone than can be believed
 */
export async function lookForMissing(options: {
  client: HcpTerraformClient;
  missing: readonly WorkspaceReading[];
  /** How many were known, and how many the list holds. */
  known: number;
  listed: number;
  limit: RemovalLimit;
  signal?: AbortSignal;
}): Promise<{ there: HcpTerraformWorkspace[]; gone: string[] }> {
  const { client, missing, known, listed, limit, signal } = options;
  const there: HcpTerraformWorkspace[] = [];
  const gone: string[] = [];
  for (const { workspace } of missing) {
    const found = await client.findWorkspace(workspace.name, {
      withDetails: true,
      signal,
    });
    if (found?.id === workspace.id) {
      there.push(found);
    } else {
      gone.push(workspace.id);
    }
    // Nobody has to ask for ten thousand to know that something is wrong.
    limit.check('workspaces', {
      known,
      gone: gone.length,
      left: listed + there.length,
    });
  }
  return { there, gone };
}
