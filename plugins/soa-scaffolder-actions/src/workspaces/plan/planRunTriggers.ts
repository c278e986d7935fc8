import { createOrFind } from '../createOrFind';
import type { Wiring } from '../wiring';
import type { WorkspaceStep } from './WorkspaceStep';

/** After which other workspaces it has to be made to run. */
export async function planRunTriggers(
  workspaceId: string | undefined,
  { client, runTriggers, signal }: Wiring,
): Promise<WorkspaceStep[]> {
  const sourcesOf = async (id: string) =>
    (await client.listRunTriggers(id, { signal })).map(
      ({ sourceId }) => sourceId,
    );
  const known =
    workspaceId && runTriggers.length > 0 ? await sourcesOf(workspaceId) : [];
  return runTriggers
    .filter(({ id }) => !known.includes(id))
    .map(({ id: sourceId, name }) => ({
      what: `run trigger of ${name}`,
      write: async id => {
        await createOrFind(
          () => client.createRunTrigger(id, sourceId, { signal }),
          async () => (await sourcesOf(id)).find(one => one === sourceId),
        );
      },
    }));
}
