import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import { mapAtOnce } from '../reading';
import type { RemovalLimit } from '../reading';
import { DetailsReader } from './DetailsReader';
import { GivenDetails } from './GivenDetails';
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
  // A workspace that comes while the list is read can move another one to the
  // next page, where it is found again.
  const listed = new Map<string, HcpTerraformWorkspace>();
  let withoutDetails: string | undefined;
  for await (const workspace of client.listWorkspaces({
    withDetails: true,
    onWithoutDetails: ({ message }) => {
      withoutDetails = message;
    },
    signal,
  })) {
    listed.set(workspace.id, workspace);
  }
  const given = new GivenDetails(listed.values());
  if (listed.size > 0 && given.isNothing) {
    withoutDetails ??= 'the host leaves them out';
  }
  const details = new DetailsReader({ client, known, given, signal });
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
  return {
    gone,
    warnings: [
      ...(withoutDetails
        ? [
            `variables and outputs do not come with the list of workspaces, and are asked for one by one where something is new: ${withoutDetails}`,
          ]
        : []),
      ...details.warnings,
    ],
  };
}
