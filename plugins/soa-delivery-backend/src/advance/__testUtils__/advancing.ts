import { mockServices } from '@backstage/backend-test-utils';
import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import { FakeHcpTerraform } from '../../__testUtils__/FakeHcpTerraform';
import { rolloutWish } from '../../__testUtils__/rolloutWish';
import { AccessHolds } from '../../access';
import { AllowedHosts } from '../../checks';
import { RolloutStore } from '../../store';
import { RolloutAdvancer } from '../RolloutAdvancer';
import { StepDeadlines } from '../StepDeadlines';
import { turnsOf } from './turnsOf';

const guest = 'user:default/guest';
const MINUTE_MS = 60_000;

/** A rollout of two placements, and an advancer whose time the test has pass. */
export async function advancing(
  knex: Knex,
  options: { maxConcurrent?: number; request?: Partial<RolloutRequest> } = {},
) {
  const store = await RolloutStore.create(
    mockServices.database({ knex, migrations: { skip: false } }),
  );
  const hcpTerraform = new FakeHcpTerraform();
  const read = jest.fn(async () => Buffer.from('archive'));
  const readCommit = jest.fn(
    async (): Promise<string | undefined> => undefined,
  );
  const logger = mockServices.logger.mock();
  const auditor = mockServices.auditor.mock();
  let time = Date.UTC(2026, 10, 20, 10);
  let holds = AccessHolds.none;
  let newestDeadline = new AbortController();
  const turns = turnsOf(knex, () => new Date(time));
  const timers: Array<() => Promise<void>> = [];
  const advancer = new RolloutAdvancer({
    store,
    hcpTerraform,
    sourceReader: { read, readCommit },
    auditor,
    logger,
    turns,
    readHolds: async () => holds,
    plansAtOnce: options.maxConcurrent ?? 10,
    destroyApprovers: ['group:default/team-platform'],
    statefulTypes: new Set(['aws_db_instance']),
    checks: {
      hcpTerraform,
      aws: { cloudWatch: () => Promise.reject(new Error('not asked for')) },
      allowedHosts: new AllowedHosts([]),
      fetch: () => Promise.reject(new Error('not asked for')),
    },
    deadlines: new StepDeadlines(10 * MINUTE_MS, () => {
      newestDeadline = new AbortController();
      return newestDeadline.signal;
    }),
    later: (milliseconds, act) => {
      const at = time + milliseconds;
      timers.push(() => {
        time = Math.max(time, at);
        return act();
      });
    },
    now: () => new Date(time),
  });
  const wish = rolloutWish(options.request, {
    maxConcurrent: options.maxConcurrent ?? 10,
  });
  const { id } = await store.insert(wish, guest);
  return {
    id,
    now: () => new Date(time),
    store,
    hcpTerraform,
    read,
    readCommit,
    auditor,
    logger,
    turns,
    advancer,
    /** Is told that something has become of a run. */
    tell: (runId: string, ...triggers: string[]) =>
      advancer.wake({ runId, triggers }),
    /** What is to be done later, each of which has its time come. */
    timers,
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
