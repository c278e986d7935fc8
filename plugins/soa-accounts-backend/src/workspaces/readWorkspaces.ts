import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import { mapAtOnce } from '../reading';
import type { RemovalLimit } from '../reading';
import { DetailsReader } from './DetailsReader';
import { lookForMissing } from './lookForMissing';
import type { WorkspaceReading } from './WorkspaceReading';

// A read that ends before its time loses no more than this.
const BATCH = 100;
// One after another would be as slow as the host; its limits hold all the same.
const AT_ONCE = 10;

/**
 * Reads all workspaces of an organization, and hands them over while it does.
 *
 * @returns the ids of those that are gone, and what could not be read
 * @throws if the list cannot be read to its end, or if more are gone than can be
 * believed
 */
export async function readWorkspaces(options: {
  client: HcpTerraformClient;
  known: ReadonlyMap<string, WorkspaceReading>;
  limit: RemovalLimit;
  save: (readings: WorkspaceReading[]) => Promise<void>;
  signal?: AbortSignal;
}): Promise<{ gone: string[]; warnings: string[] }> {
  const { client, known, limit, save, signal } = options;
  const details = new DetailsReader({ client, known, signal });
  const readAll = async (workspaces: readonly HcpTerraformWorkspace[]) => {
    for (let index = 0; index < workspaces.length; index += BATCH) {
      const readings = await mapAtOnce(
        workspaces.slice(index, index + BATCH),
        AT_ONCE,
        workspace => details.read(workspace),
      );
      signal?.throwIfAborted();
      await save(readings);
    }
  };
  // A workspace that comes while the list is read can move another one to the
  // next page, where it is found again.
  const listed = new Map<string, HcpTerraformWorkspace>();
  for await (const workspace of client.listWorkspaces({ signal })) {
    listed.set(workspace.id, workspace);
  }
  await readAll([...listed.values()]);
  const { there, gone } = await lookForMissing({
    client,
    missing: [...known.values()].filter(
      ({ workspace }) => !listed.has(workspace.id),
    ),
    known: known.size,
    listed: listed.size,
    limit,
    signal,
  });
  await readAll(there);
  return { gone, warnings: details.warnings };
}
