import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { RolloutPlan } from '@backstage-soa/plugin-soa-common';
import { rolloutWish, rolloutWishOfCommit } from '../__testUtils__/rolloutWish';
import type { RolloutChange } from './RolloutChange';
import { RolloutStore } from './RolloutStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const guest = 'user:default/guest';
const RUN = { purpose: 'plan' as const, id: 'run-0', status: 'errored' };

/** A plan that begins with a Region. */
const inRegion = (region: string): RolloutPlan => ({
  stages: [{ environment: 'prod', waves: [{ region }] }],
});

describe.each(databases.eachSupportedId())('RolloutStore on %s', databaseId => {
  async function createStore() {
    const knex = await databases.init(databaseId);
    let minute = 0;
    const now = () => {
      minute += 1;
      return new Date(Date.UTC(2026, 10, 20, 10, minute));
    };
    const store = await RolloutStore.create(
      mockServices.database({ knex, migrations: { skip: false } }),
      now,
    );
    return { knex, store };
  }

  it('keeps a rollout with its placements in order', async () => {
    const { store } = await createStore();
    const { id } = await store.insert(rolloutWish(), guest);
    const kept = await store.get(id);
    expect(kept).toMatchObject({
      componentRef: 'component:default/orders',
      initiator: guest,
      state: 'running',
      sourceUrl: rolloutWish().source.url,
    });
    expect(kept?.targets.map(({ placement }) => placement)).toEqual(
      rolloutWish().placements,
    );
    expect(await store.get('none')).toBeUndefined();
  });

  it('makes one rollout of one key, and no other of it', async () => {
    const { store } = await createStore();
    const keyed = rolloutWish({ idempotencyKey: 'task-1' });
    const [first, second] = await Promise.all([
      store.insert(keyed, guest),
      store.insert(keyed, guest),
    ]);
    expect(second.id).toBe(first.id);
    await expect(
      store.insert(
        rolloutWish({
          idempotencyKey: 'task-1',
          placements: keyed.placements.slice(1),
        }),
        guest,
      ),
    ).rejects.toThrow(/^idempotencyKey: it was used for another rollout/);
    // It is the person's own.
    const other = rolloutWishOfCommit(2, { idempotencyKey: 'task-1' });
    expect((await store.insert(other, 'user:default/other')).id).not.toBe(
      first.id,
    );
    expect(await store.list({ limit: 10 })).toHaveLength(2);
  });

  it('makes one rollout of one request while nothing is read, whoever asks', async () => {
    const { store } = await createStore();
    const askers = ['guest', 'other', 'third'].map(name =>
      store.insert(
        rolloutWish({ idempotencyKey: `task-of-${name}` }),
        `user:default/${name}`,
      ),
    );
    const [first, ...others] = await Promise.all(askers);
    expect(others.map(({ id }) => id)).toEqual([first.id, first.id]);
    expect(first.targets).toHaveLength(2);
    expect(await store.list({ limit: 10 })).toHaveLength(1);

    // Another commit, other placements or another order are another request.
    const { placements } = rolloutWish();
    for (const request of [
      rolloutWishOfCommit(2),
      rolloutWish({ placements: placements.slice(1) }),
      rolloutWish({ plan: inRegion('eu-west-1') }),
      rolloutWish({ plan: inRegion('us-east-1') }),
      rolloutWish({ plan: { defaults: { bake: 'PT1M' } } }),
      rolloutWish({ operation: 'destroy' }),
      rolloutWish({ componentRef: 'component:default/cart' }),
    ]) {
      expect((await store.insert(request, guest)).id).not.toBe(first.id);
    }

    await store.change(first, {
      rollout: { state: 'failed', message: 'Failed: prod-use1.' },
    });
    const again = await store.insert(rolloutWish(), guest);
    expect(again.id).not.toBe(first.id);
    // What a key stands for stays.
    const { initiator } = first;
    const { id } = await store.insert(
      rolloutWish({ idempotencyKey: `task-of-${initiator.split('/')[1]}` }),
      initiator,
    );
    expect(id).toBe(first.id);
  });

  it('takes none for another that has begun to read, or has failed', async () => {
    const { store } = await createStore();
    const first = await store.insert(rolloutWish(), guest);
    expect((await store.insert(rolloutWish(), guest)).id).toBe(first.id);

    // What is asked for now may be newer than what is read.
    await store.archives.announceRead(first.id);
    const second = await store.insert(rolloutWish(), guest);
    expect(second.id).not.toBe(first.id);
    expect((await store.insert(rolloutWish(), guest)).id).toBe(second.id);

    await store.changeTarget(second.targets[1], { state: 'uploading' });
    expect((await store.insert(rolloutWish(), guest)).id).toBe(second.id);
    // A rollout does not try again what has failed, whatever has been mended.
    await store.changeTarget(second.targets[0], { state: 'failed' });
    const third = await store.insert(rolloutWish(), guest);
    expect([first.id, second.id]).not.toContain(third.id);
    expect(await store.list({ limit: 10 })).toHaveLength(3);
  });

  it('keeps to a key whatever has become of its rollout', async () => {
    const { store } = await createStore();
    const keyed = rolloutWish({ idempotencyKey: 'task-1' });
    const { id } = await store.insert(keyed, guest);
    await store.archives.announceRead(id);
    await store.insert(rolloutWish(), guest);
    expect((await store.insert(keyed, guest)).id).toBe(id);
  });

  it('counts how far rollouts have come', async () => {
    const { store } = await createStore();
    const first = await store.insert(rolloutWishOfCommit(1), guest);
    const second = await store.insert(rolloutWishOfCommit(2), guest);
    const third = await store.insert(rolloutWishOfCommit(3), guest);
    await store.changeTarget(first.targets[0], { state: 'applied' });
    await store.changeTarget(first.targets[1], { state: 'planning' });
    await store.changeTarget(second.targets[0], { state: 'failed' });
    await store.changeTarget(second.targets[1], { state: 'skipped' });
    const none = {
      applied: 0,
      failed: 0,
      canceled: 0,
      skipped: 0,
      rolledBack: 0,
      destroyed: 0,
    };
    await store.changeTarget(third.targets[0], { state: 'rolled-back' });
    await store.changeTarget(third.targets[1], { state: 'destroyed' });
    expect([...(await store.counts([second.id, first.id, third.id]))]).toEqual([
      [second.id, { ...none, all: 2, failed: 1, skipped: 1 }],
      [first.id, { ...none, all: 2, applied: 1 }],
      [third.id, { ...none, all: 2, rolledBack: 1, destroyed: 1 }],
    ]);
    expect(await store.counts([])).toEqual(new Map());
  });

  it('lists the newest first, from page to page', async () => {
    const { store } = await createStore();
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      ids.unshift((await store.insert(rolloutWishOfCommit(index), guest)).id);
    }
    const first = await store.list({ limit: 3 });
    expect(first.map(({ id }) => id)).toEqual(ids.slice(0, 3));
    // Whatever is started meanwhile does not move the next page.
    await store.insert(rolloutWishOfCommit(6), guest);
    const second = await store.list({ limit: 3, before: first[2] });
    expect(second.map(({ id }) => id)).toEqual(ids.slice(3));
    expect(
      await store.list({ limit: 3, componentRef: 'component:default/cart' }),
    ).toEqual([]);
    expect(await store.list({ limit: 3, state: 'failed' })).toEqual([]);
  });

  it('changes a placement only for who knows it as it is', async () => {
    const { store } = await createStore();
    const { id, targets } = await store.insert(rolloutWish(), guest);
    const plan = { add: 1, change: 2, destroy: 3, import: 4 };
    const changed = await store.changeTarget(targets[0], {
      state: 'planning',
      runId: 'run-1',
      error: 'no answer',
      plan,
      undoPlan: { ...plan, add: 5 },
    });
    await expect(
      store.changeTarget(targets[0], { runId: 'run-2' }),
    ).rejects.toThrow(/has been changed meanwhile/);
    await store.changeTarget(changed, { error: undefined });
    expect((await store.get(id))?.targets[0]).toEqual({
      ...changed,
      error: undefined,
      version: 2,
    });
    expect((await store.get(id))?.targets[1].state).toBe('waiting');
  });

  it('keeps what belongs to a rollout: stages, waves, approvals, a beginning', async () => {
    const { store } = await createStore();
    const wish = rolloutWish({
      plan: {
        defaults: {
          regionConcurrency: 'sequential',
          bake: 'PT1M',
          approval: { group: 'group:default/Team-Shop' },
        },
      },
    });
    const kept = await store.insert(wish, guest);
    expect(kept).toMatchObject({
      operation: 'apply',
      planned: false,
      stages: wish.stages,
      waves: [{ wave: 0 }, { wave: 1 }],
      approvals: [
        {
          kind: 'stage',
          stage: 0,
          groups: ['group:default/team-shop'],
          notInitiator: true,
          state: 'pending',
        },
      ],
    });
    expect(kept.targets).toMatchObject([
      { wave: 0, phase: 'plan', state: 'waiting' },
      { wave: 1, phase: 'plan', state: 'waiting' },
    ]);
    expect(await store.listEvents(kept.id)).toEqual([
      { at: kept.createdAt, kind: 'started', actor: guest },
    ]);
  });

  it.each([
    [{}, 'apply', ['apply', 'plan']],
    [{ operation: 'destroy' }, 'destroy', ['destroy', 'plan']],
  ] as const)(
    'plans the first wave by the runs that will apply it: %j',
    async (change, operation, phases) => {
      const { store } = await createStore();
      const plan = inRegion('us-east-1');
      const kept = await store.insert(rolloutWish({ plan, ...change }), guest);
      expect(kept.operation).toBe(operation);
      expect(
        kept.waves.map(
          ({ wave }) => kept.targets.find(of => of.wave === wave)!.phase,
        ),
      ).toEqual(phases);
    },
  );

  it('changes a rollout as a whole, or not at all', async () => {
    const { store } = await createStore();
    const before = await store.insert(rolloutWish(), guest);
    const approval = {
      id: 'approval-1',
      rolloutId: before.id,
      kind: 'destroy' as const,
      stage: 0,
      position: 1,
      resources: ['aws_db_instance.this'],
      groups: ['group:default/team-platform'],
      notInitiator: true,
      state: 'open' as const,
      openedAt: '2026-11-20T10:00:00.000Z',
    };
    const checks = [
      {
        check: { type: 'webhook' as const, name: 'smoke' },
        state: 'waiting' as const,
      },
    ];
    const change: RolloutChange = {
      rollout: { planned: true, failure: 'no', undo: 'all', failedStage: 0 },
      targets: new Map([
        [0, { state: 'preparing', isNew: true, pastRuns: [RUN] }],
        [1, { state: 'preparing', isNew: true, pastRuns: [RUN] }],
      ]),
      waves: new Map([[0, { begunAt: '2026', checks }]]),
      newApprovals: [approval],
      events: [{ kind: 'planned' }, { kind: 'wave-begun', wave: 1 }],
    };
    await store.change(before, change);
    const after = (await store.get(before.id))!;
    expect(after).toMatchObject({
      version: before.version + 1,
      planned: true,
      failure: 'no',
      undo: 'all',
      failedStage: 0,
      targets: [0, 1].map(() => ({
        state: 'preparing',
        isNew: true,
        pastRuns: [RUN],
        version: 1,
      })),
      waves: [{ begunAt: '2026', checks }],
      approvals: [approval],
    });
    await expect(store.change(before, change)).rejects.toThrow(
      `Rollout ${before.id} has been changed meanwhile`,
    );
    expect(await store.get(before.id)).toEqual(after);
    // Who takes a placement further changes what decisions build on, too.
    await store.changeTarget(after.targets[0], { runId: 'run-1' });
    await expect(
      store.change(after, { rollout: { state: 'paused' } }),
    ).rejects.toThrow(/meanwhile/);
    await store.change((await store.get(before.id))!, {
      rollout: { failure: undefined, undo: undefined, failedStage: undefined },
      approvals: new Map([
        [
          'approval-1',
          { state: 'approved', decidedBy: guest, decidedAt: '2027' },
        ],
      ]),
    });
    const last = (await store.get(before.id))!;
    expect([last.failure, last.undo, last.failedStage]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(last.approvals).toEqual([
      {
        ...approval,
        state: 'approved',
        decidedBy: guest,
        decidedAt: '2027',
      },
    ]);
    expect((await store.listEvents(before.id)).map(({ kind }) => kind)).toEqual(
      ['started', 'planned', 'wave-begun'],
    );
  });

  it('lists what is open of rollouts that go on, the oldest first', async () => {
    const { store } = await createStore();
    const plan = { defaults: { approval: { group: 'group:default/a' } } };
    const rollouts = [];
    for (let commit = 0; commit < 3; commit += 1) {
      const wish = rolloutWishOfCommit(commit, { plan });
      rollouts.push(await store.insert(wish, guest));
    }
    expect(await store.listOpenApprovals()).toEqual([]);
    for (const [index, rollout] of rollouts.entries()) {
      await store.change(rollout, {
        approvals: new Map([
          [
            rollout.approvals[0].id,
            { state: 'open', openedAt: String(3 - index) },
          ],
        ]),
      });
    }
    await store.change((await store.get(rollouts[1].id))!, {
      rollout: { state: 'canceled' },
    });
    const open = await store.listOpenApprovals();
    expect(open.map(({ rollout }) => rollout.id)).toEqual([
      rollouts[2].id,
      rollouts[0].id,
    ]);
  });

  it('finds the rollout that goes on of which a run is', async () => {
    const { store } = await createStore();
    const { id, targets } = await store.insert(rolloutWish(), guest);
    await store.changeTarget(targets[1], { runId: 'run-1' });
    expect(await store.findActive('run-1')).toBe(id);
    expect(await store.findActive('run-2')).toBeUndefined();
    await store.change((await store.get(id))!, {
      rollout: { state: 'rolling-back' },
    });
    expect(await store.findActive('run-1')).toBe(id);
    await store.change((await store.get(id))!, {
      rollout: { state: 'failed' },
    });
    expect(await store.findActive('run-1')).toBeUndefined();
  });

  it('keeps the first archive for all, and lets go of it at the end', async () => {
    const { store, knex } = await createStore();
    const rollout = await store.insert(rolloutWish(), guest);
    const { id } = rollout;
    expect(await store.archives.read(id)).toBeUndefined();
    const first = Buffer.from([0, 1, 2, 255]);
    expect(await store.archives.keep(id, first)).toEqual(first);
    expect(await store.archives.keep(id, Buffer.from('second'))).toEqual(first);
    expect(await store.listActive()).toHaveLength(1);

    await store.change(rollout, {
      rollout: { state: 'applied', message: 'All 2 placements are applied.' },
    });
    await expect(
      store.change(rollout, {
        rollout: { state: 'failed', message: 'It does not end twice.' },
      }),
    ).rejects.toThrow(`Rollout ${id} has been changed meanwhile`);
    expect(await store.get(id)).toMatchObject({
      state: 'applied',
      message: 'All 2 placements are applied.',
      endedAt: expect.any(String),
    });
    expect(await store.listActive()).toEqual([]);
    const [{ archive }] = await knex('soa_rollouts').where({ id });
    expect(archive).toBeNull();
  });

  it('knows in which workspaces earlier rollouts have yet to end', async () => {
    const { store } = await createStore();
    const first = await store.insert(rolloutWishOfCommit(1), guest);
    const second = await store.insert(rolloutWishOfCommit(2), guest);
    const both = ['acme/orders-prod-use1', 'acme/orders-prod-euw1'];
    expect([...(await store.listTaken(first))]).toEqual([]);
    expect([...(await store.listTaken(second))].sort()).toEqual(both.sort());
    expect(
      (await store.listTaken({ ...second, componentRef: 'component:x/y' }))
        .size,
    ).toBe(0);
    await store.changeTarget(first.targets[0], { state: 'applied' });
    expect([...(await store.listTaken(second))]).toEqual([
      first.targets[1].placement.workspace,
    ]);
    const now = (await store.get(first.id))!;
    await store.change(now, { rollout: { state: 'canceled' } });
    expect([...(await store.listTaken(second))]).toEqual([]);
  });

  it('gives some rollouts, and open approvals of which nobody was told', async () => {
    const { store } = await createStore();
    const plan = { defaults: { approval: { group: 'group:default/owners' } } };
    const [a, b] = [
      await store.insert(rolloutWishOfCommit(1, { plan }), guest),
      await store.insert(rolloutWishOfCommit(2), guest),
    ];
    const ids = (await store.getAll([b.id, 'none', a.id])).map(({ id }) => id);
    expect(ids).toEqual([b.id, a.id]);
    expect(await store.listOpenApprovals()).toEqual([]);
    const [{ id }] = a.approvals;
    await store.change(a, {
      approvals: new Map([[id, { state: 'open', openedAt: a.createdAt }]]),
    });
    expect(await store.listOpenApprovals({ untold: true })).toMatchObject([
      { approval: { id }, rollout: { id: a.id } },
    ]);
    await store.markApprovalTold(id);
    expect(await store.listOpenApprovals({ untold: true })).toEqual([]);
    expect(await store.listOpenApprovals()).toHaveLength(1);
  });

  it('reads more rollouts than a statement takes parameters', async () => {
    const { store, knex } = await createStore();
    await knex.batchInsert(
      'soa_rollouts',
      Array.from({ length: 2_500 }, (_, index) => ({
        id: `r-${index}`,
        component_ref: 'component:default/orders',
        initiator: guest,
        idempotency_key: `r-${index}`,
        fingerprint: `r-${index}`,
        operation: 'apply',
        plan: '[]',
        state: 'running',
        source_url: 'https://code.example',
        created_at: '2026-11-20',
        updated_at: '2026-11-20',
      })),
      100,
    );
    expect(await store.listActive()).toHaveLength(2_500);
  });

  it('can be migrated down and up again', async () => {
    const { store, knex } = await createStore();
    const directory = `${__dirname}/../../migrations`;
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('soa_rollouts')).toBe(false);
    await knex.migrate.latest({ directory });
    expect(await store.listActive()).toEqual([]);
  });
});
