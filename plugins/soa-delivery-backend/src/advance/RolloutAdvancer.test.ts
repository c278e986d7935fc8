import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import { FakeHcpTerraform } from '../__testUtils__/FakeHcpTerraform';
import { placementOf, requestOf } from '../__testUtils__/requestOf';
import type { RolloutSourceReader } from '../source';
import { RolloutStore } from '../store';
import { RolloutAdvancer } from './RolloutAdvancer';
import { StepDeadlines } from './StepDeadlines';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const guest = 'user:default/guest';
const MINUTE_MS = 60_000;

async function setUp(options: { maxConcurrent?: number } = {}) {
  const knex = await databases.init('SQLITE_3');
  const store = await RolloutStore.create(
    mockServices.database({ knex, migrations: { skip: false } }),
  );
  const hcpTerraform = new FakeHcpTerraform();
  const read = jest.fn(async () => Buffer.from('archive'));
  const logger = mockServices.logger.mock();
  let time = Date.UTC(2026, 10, 20, 10);
  let newestDeadline = new AbortController();
  const advancer = new RolloutAdvancer({
    store,
    hcpTerraform,
    sourceReader: {
      read,
    } as Partial<RolloutSourceReader> as RolloutSourceReader,
    logger,
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
    logger,
    advancer,
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

const unavailable = () =>
  new HcpTerraformError('unavailable', 'Too many requests', 429);

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

  it('begins no more once somebody has discarded a run', async () => {
    const { tick, rollout, states, hcpTerraform } = await setUp({
      maxConcurrent: 1,
    });
    await tick(3);
    hcpTerraform.runs[0].status = 'discarded';
    await tick(3);
    expect(await states()).toEqual(['canceled', 'skipped']);
    expect(await rollout()).toMatchObject({
      state: 'canceled',
      targets: [
        { error: expect.stringContaining('Somebody discarded the run run-1') },
        {},
      ],
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
    hcpTerraform.errors.push(unavailable());
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

  it('goes on once the token is right again', async () => {
    const { tick, rollout, hcpTerraform } = await setUp({ maxConcurrent: 1 });
    await tick(3);
    hcpTerraform.errors.push(
      new HcpTerraformError('bad-token', 'Put a valid token in', 401),
    );
    await tick();
    expect((await rollout()).targets[0]).toMatchObject({
      state: 'planning',
      error: 'Put a valid token in. It is tried again.',
    });
    await tick(20);
    expect((await rollout()).state).toBe('applied');
    expect(hcpTerraform.runs).toHaveLength(2);
  });

  it('gives up a run that is refused for a day, and says so all the while', async () => {
    const { tick, rollout, hcpTerraform } = await setUp({ maxConcurrent: 1 });
    hcpTerraform.refusal = unavailable();
    await tick(3);
    for (let attempts = 1; attempts < 48; attempts += 1) {
      // So soon, another replica may still be getting the run.
      await tick(1, 1 / 3);
      const [target] = (await rollout()).targets;
      expect(target).toMatchObject({
        state: 'uploading',
        error: 'Too many requests. It is tried again.',
        failedAttempts: attempts,
      });
      await tick(1, 30);
    }
    await tick(4, 30);
    const [{ state, error }] = (await rollout()).targets;
    expect([state, error]).toEqual([
      'failed',
      'Too many requests. It was tried again for a day.',
    ]);
  });

  it('keeps that a host is silent, and lets the others go on', async () => {
    const { store, hcpTerraform, advancer, expire, rollout, logger } =
      await setUp();
    hcpTerraform.hanging.set('silent', () => {
      expire();
      return new Promise(() => {});
    });
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const placement = placementOf('us-east-1', 'use1');
      const { id } = await store.insert(
        requestOf({
          source: { url: `https://code.example/shop/orders/${index}.tar.gz` },
          placements: [{ ...placement, workspace: 'silent/orders-prod-use1' }],
        }),
        guest,
      );
      ids.push(id);
    }
    // They are before the healthy one.
    const healthy = await store.insert(
      requestOf({ source: { url: 'https://code.example/shop/orders/tree/1' } }),
      guest,
    );
    await advancer.run();
    for (const id of ids) {
      expect((await rollout(id)).targets[0]).toMatchObject({
        state: 'waiting',
        error:
          'HCP Terraform has not answered within 25 seconds. It is tried again.',
        failedAttempts: 1,
      });
    }
    expect((await rollout(healthy.id)).targets[0].state).toBe('uploading');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(`Rollout ${ids[0]}, prod-use1: HCP Terraform`),
    );
  });

  it('keeps nothing of a step that goes on though its time is up', async () => {
    const { hcpTerraform, advancer, expire, rollout } = await setUp({
      maxConcurrent: 1,
    });
    await advancer.run();
    await advancer.run();
    let goOn = () => {};
    hcpTerraform.holding = () => {
      expire();
      return new Promise<void>(resolve => {
        goOn = resolve;
      });
    };
    await advancer.run();
    goOn();
    await new Promise(resolve => setImmediate(resolve));
    const [target] = (await rollout()).targets;
    expect(target).toMatchObject({ state: 'uploading', failedAttempts: 1 });
    expect(target.runRequestedAt).toBeUndefined();
    expect(hcpTerraform.runs).toEqual([]);
  });

  it('doubles nothing when two replicas go on at once', async () => {
    const { store, advancer, hcpTerraform, tick, rollout, logger } =
      await setUp();
    for (let turn = 0; turn < 20; turn += 1) {
      await Promise.all([advancer.run(), advancer.run(), tick()]);
    }
    expect((await rollout()).state).toBe('applied');
    expect(hcpTerraform.runs).toHaveLength(2);
    expect(hcpTerraform.applied).toBe(2);
    expect(await store.listRunning()).toEqual([]);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('stops where its time is up', async () => {
    const { advancer, states } = await setUp();
    await expect(
      advancer.run(AbortSignal.abort(new Error('timeout'))),
    ).rejects.toThrow('timeout');
    expect(await states()).toEqual(['waiting', 'waiting']);
  });

  it('keeps nothing of what it was told to leave', async () => {
    const { hcpTerraform, advancer, rollout } = await setUp();
    const shutdown = new AbortController();
    hcpTerraform.hanging.set('acme', () => {
      shutdown.abort(new Error('shutting down'));
      return new Promise(() => {});
    });
    await expect(advancer.run(shutdown.signal)).rejects.toThrow(
      'shutting down',
    );
    expect((await rollout()).targets).toMatchObject([
      { state: 'waiting', version: 0 },
      { state: 'waiting', version: 0 },
    ]);
  });
});
