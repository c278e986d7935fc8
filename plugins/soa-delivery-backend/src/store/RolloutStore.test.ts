import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { requestOf, requestOfCommit } from '../__testUtils__/requestOf';
import { RolloutStore } from './RolloutStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const guest = 'user:default/guest';

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
    const { id } = await store.insert(requestOf(), guest);
    const kept = await store.get(id);
    expect(kept).toMatchObject({
      componentRef: 'component:default/orders',
      initiator: guest,
      state: 'running',
      sourceUrl: requestOf().source.url,
    });
    expect(kept?.targets.map(({ placement }) => placement)).toEqual(
      requestOf().placements,
    );
    expect(await store.get('none')).toBeUndefined();
  });

  it('makes one rollout of one key, and no other of it', async () => {
    const { store } = await createStore();
    const keyed = requestOf({ idempotencyKey: 'task-1' });
    const [first, second] = await Promise.all([
      store.insert(keyed, guest),
      store.insert(keyed, guest),
    ]);
    expect(second.id).toBe(first.id);
    await expect(
      store.insert({ ...keyed, placements: keyed.placements.slice(1) }, guest),
    ).rejects.toThrow(/^idempotencyKey: it was used for another rollout/);
    // It is the person's own.
    const other = requestOfCommit(2, { idempotencyKey: 'task-1' });
    expect((await store.insert(other, 'user:default/other')).id).not.toBe(
      first.id,
    );
    expect(await store.list({ limit: 10 })).toHaveLength(2);
  });

  it('makes one rollout of one request while nothing is read, whoever asks', async () => {
    const { store } = await createStore();
    const askers = ['guest', 'other', 'third'].map(name =>
      store.insert(
        requestOf({ idempotencyKey: `task-of-${name}` }),
        `user:default/${name}`,
      ),
    );
    const [first, ...others] = await Promise.all(askers);
    expect(others.map(({ id }) => id)).toEqual([first.id, first.id]);
    expect(first.targets).toHaveLength(2);
    expect(await store.list({ limit: 10 })).toHaveLength(1);

    // Another commit, other placements or another order are another request.
    const { placements } = requestOf();
    for (const request of [
      requestOfCommit(2),
      requestOf({ placements: placements.slice(1) }),
      requestOf({ waves: [['prod-euw1']] }),
      requestOf({ waves: [['prod-use1']] }),
      requestOf({ componentRef: 'component:default/cart' }),
    ]) {
      expect((await store.insert(request, guest)).id).not.toBe(first.id);
    }

    await store.end(first.id, 'failed', 'Failed: prod-use1.');
    const again = await store.insert(requestOf(), guest);
    expect(again.id).not.toBe(first.id);
    // What a key stands for stays.
    const { initiator } = first;
    const { id } = await store.insert(
      requestOf({ idempotencyKey: `task-of-${initiator.split('/')[1]}` }),
      initiator,
    );
    expect(id).toBe(first.id);
  });

  it('takes none for another that has begun to read, or has failed', async () => {
    const { store } = await createStore();
    const first = await store.insert(requestOf(), guest);
    expect((await store.insert(requestOf(), guest)).id).toBe(first.id);

    // What is asked for now may be newer than what is read.
    await store.archives.announceRead(first.id);
    const second = await store.insert(requestOf(), guest);
    expect(second.id).not.toBe(first.id);
    expect((await store.insert(requestOf(), guest)).id).toBe(second.id);

    await store.changeTarget(second.targets[1], { state: 'uploading' });
    expect((await store.insert(requestOf(), guest)).id).toBe(second.id);
    // A rollout does not try again what has failed, whatever has been mended.
    await store.changeTarget(second.targets[0], { state: 'failed' });
    const third = await store.insert(requestOf(), guest);
    expect([first.id, second.id]).not.toContain(third.id);
    expect(await store.list({ limit: 10 })).toHaveLength(3);
  });

  it('keeps to a key whatever has become of its rollout', async () => {
    const { store } = await createStore();
    const keyed = requestOf({ idempotencyKey: 'task-1' });
    const { id } = await store.insert(keyed, guest);
    await store.archives.announceRead(id);
    await store.insert(requestOf(), guest);
    expect((await store.insert(keyed, guest)).id).toBe(id);
  });

  it('counts how far rollouts have come', async () => {
    const { store } = await createStore();
    const first = await store.insert(requestOfCommit(1), guest);
    const second = await store.insert(requestOfCommit(2), guest);
    await store.changeTarget(first.targets[0], { state: 'applied' });
    await store.changeTarget(first.targets[1], { state: 'planning' });
    await store.changeTarget(second.targets[0], { state: 'failed' });
    await store.changeTarget(second.targets[1], { state: 'skipped' });
    const none = { applied: 0, failed: 0, canceled: 0, skipped: 0 };
    expect([...(await store.counts([second.id, first.id]))]).toEqual([
      [second.id, { ...none, all: 2, failed: 1, skipped: 1 }],
      [first.id, { ...none, all: 2, applied: 1 }],
    ]);
    expect(await store.counts([])).toEqual(new Map());
  });

  it('lists the newest first, from page to page', async () => {
    const { store } = await createStore();
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      ids.unshift((await store.insert(requestOfCommit(index), guest)).id);
    }
    const first = await store.list({ limit: 3 });
    expect(first.map(({ id }) => id)).toEqual(ids.slice(0, 3));
    // Whatever is started meanwhile does not move the next page.
    await store.insert(requestOfCommit(6), guest);
    const second = await store.list({ limit: 3, before: first[2] });
    expect(second.map(({ id }) => id)).toEqual(ids.slice(3));
    expect(
      await store.list({ limit: 3, componentRef: 'component:default/cart' }),
    ).toEqual([]);
    expect(await store.list({ limit: 3, state: 'failed' })).toEqual([]);
  });

  it('changes a placement only for who knows it as it is', async () => {
    const { store } = await createStore();
    const { id, targets } = await store.insert(requestOf(), guest);
    const plan = { add: 1, change: 2, destroy: 3, import: 4 };
    const changed = await store.changeTarget(targets[0], {
      state: 'planning',
      runId: 'run-1',
      error: 'no answer',
      plan,
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

  it('keeps the first archive for all, and lets go of it at the end', async () => {
    const { store, knex } = await createStore();
    const { id } = await store.insert(requestOf(), guest);
    expect(await store.archives.read(id)).toBeUndefined();
    const first = Buffer.from([0, 1, 2, 255]);
    expect(await store.archives.keep(id, first)).toEqual(first);
    expect(await store.archives.keep(id, Buffer.from('second'))).toEqual(first);
    expect(await store.listRunning()).toHaveLength(1);

    await store.end(id, 'applied', 'All 2 placements are applied.');
    await store.end(id, 'failed', 'It does not end twice.');
    expect(await store.get(id)).toMatchObject({
      state: 'applied',
      message: 'All 2 placements are applied.',
    });
    expect(await store.listRunning()).toEqual([]);
    const [{ archive }] = await knex('soa_rollouts').where({ id });
    expect(archive).toBeNull();
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
        state: 'running',
        source_url: 'https://code.example',
        created_at: '2026-11-20',
        updated_at: '2026-11-20',
      })),
      100,
    );
    expect(await store.listRunning()).toHaveLength(2_500);
  });

  it('can be migrated down and up again', async () => {
    const { store, knex } = await createStore();
    const directory = `${__dirname}/../../migrations`;
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('soa_rollouts')).toBe(false);
    await knex.migrate.latest({ directory });
    expect(await store.listRunning()).toEqual([]);
  });
});
