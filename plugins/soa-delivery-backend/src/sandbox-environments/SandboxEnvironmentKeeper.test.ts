import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { RolloutState } from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import { rolloutWish } from '../__testUtils__/rolloutWish';
import { TestClock } from '../reservations/__testUtils__/migrated';
import { RolloutStore } from '../store';
import { sandboxWish } from './__testUtils__/sandboxWish';
import { SandboxDestroyer } from './SandboxDestroyer';
import { SandboxEnvironmentKeeper } from './SandboxEnvironmentKeeper';
import { SandboxNotifier } from './SandboxNotifier';
import { SandboxStore } from './store';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const MINUTE = 60;
const HOUR = 3_600;
const DAY = 24 * HOUR;
const ref = 'component:default/orders';

const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default', uid: 'uid-orders' },
};

/** `orders`, made when the clock starts, for a week. */
async function set(change: Parameters<typeof sandboxWish>[0] = {}) {
  const knex = await databases.init('SQLITE_3');
  const rollouts = await RolloutStore.create(
    mockServices.database({ knex, migrations: { skip: false } }),
  );
  const clock = new TestClock();
  const { now } = clock;
  const store = new SandboxStore(knex);
  const send = jest.fn(async (_: any) => {});
  const logger = mockServices.logger.mock();
  const plan = jest.fn(request => rolloutWish(request).stages);
  const destroyer = new SandboxDestroyer({
    store,
    rollouts,
    planner: { plan },
    catalog: catalogServiceMock({ entities: [orders] }),
    auth: mockServices.auth.mock({
      getOwnServiceCredentials: async () => mockCredentials.service(),
    }),
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
    logger,
    wake: () => {},
    now,
  });
  const keeper = new SandboxEnvironmentKeeper({
    store,
    rollouts,
    destroyer,
    notifier: new SandboxNotifier({
      notifications: { send },
      logger,
      now,
    }),
    settings: { reminders: [DAY * 1_000, HOUR * 1_000] },
    logger,
    now,
  });
  await store.insert(sandboxWish(change));
  return {
    knex,
    clock,
    store,
    send,
    plan,
    destroyer,
    keeper,
    get: () => store.get(ref),
    rollouts: () => knex('soa_rollouts').orderBy('created_at'),
    end: (state: RolloutState, message?: string) => end(knex, state, message),
  };
}

async function end(knex: Knex, state: RolloutState, message?: string) {
  await knex('soa_rollouts')
    .whereNull('ended_at')
    .update({ state, message, ended_at: '2026-12-04', joinable: false });
}

describe('SandboxEnvironmentKeeper', () => {
  it('reminds the owner and whoever asked, each time once', async () => {
    const { keeper, clock, send } = await set();
    await keeper.run();
    expect(send).not.toHaveBeenCalled();
    clock.pass(6 * DAY);
    await keeper.run();
    await keeper.run();
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledWith({
      recipients: {
        type: 'entity',
        entityRef: ['group:default/team-shop', 'user:default/mia'],
      },
      payload: expect.objectContaining({
        title: 'The sandbox environment orders will be destroyed',
        link: '/catalog/default/component/orders',
      }),
    });
    clock.pass(23 * HOUR);
    await keeper.run();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('reminds once where several reminders are due, and anew later', async () => {
    const { keeper, clock, send, store, get } = await set();
    clock.pass(7 * DAY - MINUTE);
    await keeper.run();
    expect(send).toHaveBeenCalledTimes(1);
    await store.change((await get())!, {
      expiresAt: '2026-12-05T10:00:00.000Z',
      reminded: 0,
    });
    clock.pass(DAY - HOUR);
    await keeper.run();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('tries to remind again where notifications do not work', async () => {
    const { keeper, clock, send } = await set();
    clock.pass(6 * DAY);
    send.mockRejectedValueOnce(new Error('Away'));
    await keeper.run();
    await keeper.run();
    await keeper.run();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('has it destroyed when its time is up, and forgets it', async () => {
    const { keeper, clock, get, rollouts, end: endRollout, knex } = await set();
    clock.pass(7 * DAY);
    await keeper.run();
    await keeper.run();
    const [rollout, ...others] = await rollouts();
    expect(others).toEqual([]);
    expect(rollout).toMatchObject({
      component_ref: ref,
      component_uid: 'uid-orders',
      initiator: 'user:default/mia',
      operation: 'destroy',
      unregister: 1,
      exclusive: 1,
      idempotency_key: `sandbox-environment/${ref}/2026-11-27T10:00:00.000Z/1`,
    });
    expect(await knex('soa_rollout_events').first()).toMatchObject({
      kind: 'started',
      comment: 'The time of the sandbox environment was up.',
    });
    expect(await get()).toMatchObject({
      state: 'destroying',
      rolloutId: rollout.id,
    });
    await endRollout('destroyed');
    await keeper.run();
    expect(await get()).toBeUndefined();
  });

  it('tells of a failure, and tries again ever later', async () => {
    const { keeper, clock, get, send, rollouts, end: endRollout } = await set();
    clock.pass(7 * DAY);
    const waits = [10, 20, 40, 80, 160, 320, 360, 360];
    for (const [index, minutes] of waits.entries()) {
      await keeper.run();
      expect(await rollouts()).toHaveLength(index + 1);
      await endRollout('failed', 'It was not destroyed.');
      await keeper.run();
      expect(await get()).toMatchObject({
        state: 'failed',
        message: 'It was not destroyed.',
      });
      expect(send).toHaveBeenCalledTimes(index + 1);
      clock.pass(minutes * MINUTE - 1);
      await keeper.run();
      expect((await get())?.state).toBe('failed');
      clock.pass(1);
    }
    expect(send.mock.calls[0][0].payload).toMatchObject({
      title: 'The sandbox environment orders could not be destroyed',
      description: 'It was not destroyed. It is tried again.',
    });
  });

  it('finds its rollout again after a crash, though the plan has changed', async () => {
    const { keeper, clock, store, get, rollouts, plan } = await set();
    clock.pass(7 * DAY);
    const change = store.change.bind(store);
    jest.spyOn(store, 'change').mockImplementation(async (record, to) => {
      if (to.rolloutId) {
        throw new Error('Killed');
      }
      return change(record, to);
    });
    await keeper.run();
    expect(await get()).toMatchObject({ state: 'destroying', attempts: 1 });
    jest.restoreAllMocks();
    plan.mockImplementation(request => [
      { ...rolloutWish(request).stages[0], maxConcurrent: 1 },
    ]);
    await keeper.run();
    const [rollout, ...others] = await rollouts();
    expect(others).toEqual([]);
    expect((await get())?.rolloutId).toBe(rollout.id);
  });

  it('starts one rollout where two see to it at once', async () => {
    const { keeper, destroyer, clock, get, rollouts } = await set();
    clock.pass(7 * DAY);
    const record = (await get())!;
    await Promise.all([
      keeper.run(),
      keeper.run(),
      destroyer.begin(record, 'user:default/otto'),
    ]);
    await keeper.run();
    expect(await rollouts()).toHaveLength(1);
    expect((await get())?.attempts).toBe(1);
  });

  it('says why no rollout can be started, and tries again', async () => {
    const { keeper, clock, get, plan, rollouts } = await set();
    clock.pass(7 * DAY);
    plan.mockImplementation(() => {
      throw new InputError('spec.rollout: correct it');
    });
    await keeper.run();
    await keeper.run();
    expect(await get()).toMatchObject({
      state: 'failed',
      message: 'spec.rollout: correct it',
    });
    plan.mockImplementation(request => rolloutWish(request).stages);
    clock.pass(10 * MINUTE);
    await keeper.run();
    expect(await rollouts()).toHaveLength(1);
  });

  it('sees to the others where one cannot be seen to', async () => {
    const { keeper, clock, store, rollouts, plan } = await set();
    const componentRef = 'component:default/cart';
    await store.insert(sandboxWish({ componentRef }));
    plan.mockImplementation(request => {
      if (request.componentRef === componentRef) {
        throw new Error('No answer');
      }
      return rolloutWish(request).stages;
    });
    clock.pass(7 * DAY);
    await keeper.run();
    await keeper.run();
    expect(await rollouts()).toMatchObject([{ component_ref: ref }]);
    expect((await store.get(componentRef))?.state).toBe('destroying');
  });
});
