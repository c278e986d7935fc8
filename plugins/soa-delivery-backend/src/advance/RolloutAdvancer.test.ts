import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import { FakeHcpTerraform } from '../__testUtils__/FakeHcpTerraform';
import { requestOf } from '../__testUtils__/requestOf';
import type { RolloutSourceReader } from '../source';
import { RolloutStore } from '../store';
import { RolloutAdvancer } from './RolloutAdvancer';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const guest = 'user:default/guest';

async function setUp(options: { maxConcurrent?: number } = {}) {
  const knex = await databases.init('SQLITE_3');
  const store = await RolloutStore.create(
    mockServices.database({ knex, migrations: { skip: false } }),
  );
  const hcpTerraform = new FakeHcpTerraform();
  const read = jest.fn(async () => Buffer.from('archive'));
  let minute = 0;
  const advancer = new RolloutAdvancer({
    store,
    hcpTerraform,
    sourceReader: {
      read,
    } as Partial<RolloutSourceReader> as RolloutSourceReader,
    logger: mockServices.logger.mock(),
    maxConcurrent: options.maxConcurrent ?? 10,
    now: () => new Date(Date.UTC(2026, 10, 20, 10, minute)),
  });
  const { id } = await store.insert(requestOf(), guest);
  return {
    store,
    hcpTerraform,
    read,
    advancer,
    rollout: async () => (await store.get(id))!,
    states: async () =>
      (await store.get(id))!.targets.map(({ state }) => state),
    /** Some ticks of the scheduler, a minute apart. */
    tick: async (times = 1) => {
      for (let done = 0; done < times; done += 1) {
        minute += 1;
        await advancer.run();
      }
    },
  };
}

describe('RolloutAdvancer', () => {
  it('takes all placements to applied, with the same bytes', async () => {
    const { tick, rollout, hcpTerraform, read } = await setUp();
    await tick(10);
    expect(await rollout()).toMatchObject({
      state: 'applied',
      message: 'All 2 placements are applied.',
    });
    expect(hcpTerraform.applied).toBe(2);
    expect(hcpTerraform.uploads.map(String)).toEqual(['archive', 'archive']);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('begins no more after a failure, and says what was not done', async () => {
    const { tick, rollout, states, hcpTerraform } = await setUp({
      maxConcurrent: 1,
    });
    hcpTerraform.failing.add('orders-prod-use1');
    await tick(10);
    expect(await states()).toEqual(['failed', 'skipped']);
    expect(await rollout()).toMatchObject({
      state: 'failed',
      message: 'Failed: prod-use1; nothing was applied; not begun: prod-euw1.',
    });
    expect(hcpTerraform.runs).toHaveLength(1);
  });

  it('finishes what is under way when another placement fails', async () => {
    const { tick, states, hcpTerraform } = await setUp();
    hcpTerraform.failing.add('orders-prod-use1');
    await tick(10);
    expect(await states()).toEqual(['failed', 'applied']);
  });

  it('waits after an error that may pass, and forgets it afterwards', async () => {
    const { tick, rollout, hcpTerraform, advancer } = await setUp({
      maxConcurrent: 1,
    });
    await tick(3);
    hcpTerraform.errors.push(
      new HcpTerraformError('unavailable', 'Too many requests', 429),
    );
    await tick();
    const [failing] = (await rollout()).targets;
    expect(failing).toMatchObject({
      state: 'planning',
      error: 'Too many requests. It is tried again.',
      failedAttempts: 1,
    });
    // No time has passed: it is not asked again.
    await advancer.run();
    expect((await rollout()).targets[0]).toEqual(failing);
    await tick();
    expect((await rollout()).targets[0]).toMatchObject({
      error: undefined,
      failedAttempts: 0,
      nextAttemptAt: undefined,
    });
  });

  it('ends a placement for which the token is not good', async () => {
    const { tick, rollout, hcpTerraform } = await setUp();
    await tick(3);
    hcpTerraform.errors.push(
      new HcpTerraformError('bad-token', 'The token is not valid', 401),
    );
    await tick();
    const [{ state, error }] = (await rollout()).targets;
    expect([state, error]).toEqual(['failed', 'The token is not valid']);
  });

  it('doubles nothing when two replicas go on at once', async () => {
    const { store, advancer, hcpTerraform, tick, rollout } = await setUp();
    for (let turn = 0; turn < 20; turn += 1) {
      await Promise.all([advancer.run(), advancer.run(), tick()]);
    }
    expect((await rollout()).state).toBe('applied');
    expect(hcpTerraform.runs).toHaveLength(2);
    expect(hcpTerraform.applied).toBe(2);
    expect(await store.listRunning()).toEqual([]);
  });

  it('stops where its time is up', async () => {
    const { advancer, states } = await setUp();
    await expect(
      advancer.run(AbortSignal.abort(new Error('timeout'))),
    ).rejects.toThrow('timeout');
    expect(await states()).toEqual(['waiting', 'waiting']);
  });
});
