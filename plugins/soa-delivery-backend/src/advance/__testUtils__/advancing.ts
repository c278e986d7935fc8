import { mockServices } from '@backstage/backend-test-utils';
import type { ConfigurationSourceReader } from '@backstage-soa/plugin-soa-node';
import type { Knex } from 'knex';
import { FakeHcpTerraform } from '../../__testUtils__/FakeHcpTerraform';
import { requestOf } from '../../__testUtils__/requestOf';
import { AccessHolds } from '../../access';
import { RolloutStore } from '../../store';
import { RolloutAdvancer } from '../RolloutAdvancer';
import { StepDeadlines } from '../StepDeadlines';

const guest = 'user:default/guest';
const MINUTE_MS = 60_000;

/** A rollout of two placements, and an advancer whose time the test has pass. */
export async function advancing(
  knex: Knex,
  options: { maxConcurrent?: number } = {},
) {
  const store = await RolloutStore.create(
    mockServices.database({ knex, migrations: { skip: false } }),
  );
  const hcpTerraform = new FakeHcpTerraform();
  const read = jest.fn(async () => Buffer.from('archive'));
  const logger = mockServices.logger.mock();
  const auditor = mockServices.auditor.mock();
  let time = Date.UTC(2026, 10, 20, 10);
  let holds = AccessHolds.none;
  let newestDeadline = new AbortController();
  const advancer = new RolloutAdvancer({
    store,
    hcpTerraform,
    sourceReader: {
      read,
    } as Partial<ConfigurationSourceReader> as ConfigurationSourceReader,
    auditor,
    logger,
    readHolds: async () => holds,
    maxConcurrent: options.maxConcurrent ?? 10,
    deadlines: new StepDeadlines(10 * MINUTE_MS, () => {
      newestDeadline = new AbortController();
      return newestDeadline.signal;
    }),
    now: () => new Date(time),
  });
  const { id } = await store.insert(requestOf(), guest);
  return {
    store,
    hcpTerraform,
    read,
    auditor,
    logger,
    advancer,
    /** What keeps placements from beginning. */
    hold: (next: AccessHolds) => {
      holds = next;
    },
    /** Ends the time of the step that has just begun. */
    expire: () => newestDeadline.abort(),
    rollout: async (of = id) => (await store.get(of))!,
    states: async () =>
      (await store.get(id))!.targets.map(({ state }) => state),
    /** Some ticks of the scheduler. */
    tick: async (times = 1, minutes = 1) => {
      for (let done = 0; done < times; done += 1) {
        time += minutes * MINUTE_MS;
        await advancer.run();
      }
    },
  };
}
