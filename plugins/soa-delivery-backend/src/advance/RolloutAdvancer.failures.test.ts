import { TestDatabases } from '@backstage/backend-test-utils';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import { placementOf } from '../__testUtils__/requestOf';
import { rolloutWish } from '../__testUtils__/rolloutWish';
import { advancing } from './__testUtils__/advancing';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const guest = 'user:default/guest';
const setUp = async (options?: { maxConcurrent?: number }) =>
  advancing(await databases.init('SQLITE_3'), options);

const unavailable = () =>
  new HcpTerraformError('unavailable', 'Too many requests', 429);

describe('RolloutAdvancer, when something fails', () => {
  it('waits after an error that may pass, and forgets it afterwards', async () => {
    const { tick, rollout, hcpTerraform, advancer } = await setUp({
      maxConcurrent: 1,
    });
    await tick();
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
    await tick();
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
    await tick();
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
        rolloutWish({
          source: { url: `https://code.example/shop/orders/${index}.tar.gz` },
          placements: [{ ...placement, workspace: `silent/orders-${index}` }],
        }),
        guest,
      );
      ids.push(id);
    }
    // They are before the healthy one.
    const healthy = await store.insert(
      rolloutWish({
        source: { url: 'https://code.example/shop/orders/tree/1' },
        placements: [placementOf('us-east-1', 'use1', 'dev')],
      }),
      guest,
    );
    await advancer.run();
    for (const id of ids) {
      expect((await rollout(id)).targets[0]).toMatchObject({
        state: 'preparing',
        error:
          'HCP Terraform has not answered within 25 seconds. It is tried again.',
        failedAttempts: 1,
      });
    }
    expect((await rollout(healthy.id)).targets[0].state).toBe('planning');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(`Rollout ${ids[0]}, prod-use1: HCP Terraform`),
    );
  });

  it('keeps nothing of a step that goes on though its time is up', async () => {
    const { hcpTerraform, advancer, expire, rollout } = await setUp({
      maxConcurrent: 1,
    });
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
      { state: 'preparing', failedAttempts: 0 },
      { state: 'preparing', failedAttempts: 0 },
    ]);
  });
});
