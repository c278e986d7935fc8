import { TestDatabases } from '@backstage/backend-test-utils';
import type { LockTarget } from '@backstage-soa/plugin-soa-common';
import {
  migrated,
  ownerOf,
  TestClock,
} from '../../reservations/__testUtils__/migrated';
import { LockStore } from './LockStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const ACCOUNT: LockTarget = { kind: 'account', id: '111122223333' };
const LEASE = 3_600;
const WAITING = 600;
const ZONES = 30;

describe.each(databases.eachSupportedId())('LockStore on %s', databaseId => {
  async function set() {
    const knex = await migrated(await databases.init(databaseId));
    const clock = new TestClock();
    const store = new LockStore(knex, {
      waitingSeconds: WAITING,
      now: clock.now,
    });
    const acquire = async (id: string, target = ACCOUNT) =>
      (
        await store.acquire({
          target,
          owner: ownerOf(id),
          requestedBy: 'user:default/guest',
          leaseSeconds: LEASE,
        })
      ).lock;
    const queue = async (target = ACCOUNT) =>
      (
        await store.list({
          targetKind: target.kind,
          targetId: target.id,
          limit: 1_000,
        })
      ).map(
        ({ owner, heldSince }) => `${owner.id}${heldSince ? ' holds' : ''}`,
      );
    /** Has all connections open, so that what is asked at once is at once. */
    const warm = () =>
      Promise.all(
        Array.from({ length: ZONES }, (_, index) =>
          acquire('warm', { kind: 'zone', id: `Z${index}` }),
        ),
      );
    const ofAccount = { targetKind: 'account', limit: 100 } as const;
    return { knex, clock, store, acquire, queue, warm, ofAccount };
  }

  it('gives a lock to the first who asks, and the others a place', async () => {
    const { acquire } = await set();
    expect(await acquire('dev')).toMatchObject({
      ahead: 0,
      heldSince: '2026-11-27T10:00:00.000Z',
      expiresAt: '2026-11-27T11:00:00.000Z',
      holder: undefined,
    });
    expect(await acquire('qa')).toMatchObject({
      ahead: 1,
      heldSince: undefined,
      holder: ownerOf('dev'),
      expiresAt: '2026-11-27T10:10:00.000Z',
    });
    expect(await acquire('prod')).toMatchObject({ ahead: 2 });
    // What is locked otherwise is another queue.
    const zone: LockTarget = { kind: 'zone', id: 'Z0123456789ABC' };
    expect(await acquire('prod', zone)).toMatchObject({ ahead: 0 });
  });

  it('lists what one component has, whichever of its owners', async () => {
    const { store, acquire } = await set();
    const zone: LockTarget = { kind: 'zone', id: 'Z0123456789ABC' };
    await acquire('dev');
    await acquire('prod', zone);
    const componentRef = 'component:default/cart';
    await store.acquire({
      target: ACCOUNT,
      owner: ownerOf('dev', { componentRef }),
      requestedBy: 'user:default/guest',
      leaseSeconds: LEASE,
    });
    const ofComponent = async (ref: string) =>
      (
        await store.listOwned({
          componentRef: ref,
          afterId: undefined,
          limit: 10,
        })
      )
        .map(({ owner }) => `${owner.id} of ${owner.componentRef}`)
        .sort();
    expect(await ofComponent(ownerOf('').componentRef)).toEqual([
      'dev of component:default/orders',
      'prod of component:default/orders',
    ]);
    expect(await ofComponent(componentRef)).toEqual([`dev of ${componentRef}`]);
  });

  it('gives an owner that asks again the same, and renews it', async () => {
    const { acquire, clock } = await set();
    const first = await acquire('dev');
    const waiting = await acquire('qa');
    clock.pass(500);
    expect(await acquire('qa')).toMatchObject({ id: waiting.id, ahead: 1 });
    expect(await acquire('dev')).toMatchObject({
      id: first.id,
      expiresAt: '2026-11-27T11:08:20.000Z',
    });
  });

  it('passes a lock on in the order in which it was asked for', async () => {
    const { store, acquire, queue } = await set();
    const held = await acquire('dev');
    await acquire('qa');
    await acquire('prod');
    expect(await store.free(held)).toBe(true);
    expect(await queue()).toEqual(['qa holds', 'prod']);
    expect(await store.free(held)).toBe(false);
    expect(await queue()).toEqual(['qa holds', 'prod']);
  });

  it('lets nobody keep a lock that was passed on and is not asked for', async () => {
    const { store, acquire, queue, clock } = await set();
    const held = await acquire('dev');
    await acquire('qa');
    await acquire('prod');
    await store.free(held);
    clock.pass(WAITING - 1);
    await acquire('prod');
    clock.pass(1);
    // Only prod is still there.
    const expired = await store.expire();
    expect(expired.map(({ owner }) => owner.id)).toEqual(['qa']);
    expect(await queue()).toEqual(['prod holds']);
    expect(await acquire('prod')).toMatchObject({
      expiresAt: '2026-11-27T11:10:00.000Z',
    });
  });

  it('ends the lease of who does not ask again, whoever comes first', async () => {
    const { store, acquire, queue, clock } = await set();
    await acquire('dev');
    clock.pass(LEASE);
    expect(await queue()).toEqual([]);
    const { lock, expired } = await store.acquire({
      target: ACCOUNT,
      owner: ownerOf('qa'),
      requestedBy: 'user:default/guest',
      leaseSeconds: LEASE,
    });
    expect(lock).toMatchObject({ ahead: 0, holder: undefined });
    expect(expired.map(({ owner }) => owner.id)).toEqual(['dev']);
    expect(await store.expire()).toEqual([]);
  });

  it('does not free what its owner has asked for since it was missed', async () => {
    const { store, acquire, queue } = await set();
    await acquire('dev');
    const [read] = await store.listOwned({ afterId: undefined, limit: 10 });
    await store.noteMissing(read, '2026-11-26T00:00:00.000Z');
    const [missing] = await store.listOwned({ afterId: undefined, limit: 10 });
    expect(missing.missingSince).toBe('2026-11-26T00:00:00.000Z');
    await acquire('dev');
    expect(await store.free(missing)).toBe(false);
    expect(await queue()).toEqual(['dev holds']);
  });

  it('lists page by page, and by what it is narrowed to', async () => {
    const { store, acquire } = await set();
    for (const id of ['a', 'b', 'c']) {
      await acquire(id);
      await acquire(id, { kind: 'zone', id: 'Z1' });
    }
    const first = await store.list({ limit: 4 });
    const last = first[3];
    const rest = await store.list({
      limit: 4,
      after: [last.target.kind, last.target.id, last.seq],
    });
    expect(
      [...first, ...rest].map(({ target, owner }) => target.id + owner.id),
    ).toEqual([
      '111122223333a',
      '111122223333b',
      '111122223333c',
      'Z1a',
      'Z1b',
      'Z1c',
    ]);
    expect(await store.list({ state: 'held', limit: 9 })).toHaveLength(2);
    expect(await store.list({ state: 'waiting', limit: 9 })).toHaveLength(4);
    expect(await store.list({ id: first[0].id, limit: 9 })).toHaveLength(1);
    expect(
      await store.list({ componentRef: 'component:default/cart', limit: 9 }),
    ).toEqual([]);
  });

  it('is given to one of those who ask at once where nobody holds it', async () => {
    const { store, acquire, warm } = await set();
    for (const lock of await warm()) {
      await store.free(lock);
    }
    for (let zone = 0; zone < ZONES; zone += 1) {
      const target: LockTarget = { kind: 'zone', id: `Z${zone}` };
      const asked = await Promise.all(
        ['a', 'b', 'c', 'd', 'e'].map(id => acquire(id, target)),
      );
      expect(asked.filter(({ heldSince }) => heldSince)).toHaveLength(1);
    }
  });

  it('is never held by two, however many ask, free and expire at once', async () => {
    const { knex, acquire, store, clock, warm, ofAccount } = await set();
    await warm();
    // Two replicas, each with connections of its own to one database.
    const other = new LockStore(knex, {
      waitingSeconds: WAITING,
      now: clock.now,
    });
    // Its queue is there and empty, so that all of them see nobody who holds it.
    await store.free(await acquire('first'));
    const asked = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        index % 2
          ? acquire(`e${index}`)
          : other
              .acquire({
                target: ACCOUNT,
                owner: ownerOf(`e${index}`),
                requestedBy: 'user:default/guest',
                leaseSeconds: LEASE,
              })
              .then(({ lock }) => lock),
      ),
    );
    expect(asked.filter(({ heldSince }) => heldSince)).toHaveLength(1);
    const holds: string[] = [];
    // Each holder frees it, while all others ask again and time is looked after.
    for (let round = 0; round < 40; round += 1) {
      const held = await store.list({ ...ofAccount, state: 'held' });
      expect(held).toHaveLength(1);
      holds.push(held[0].owner.id);
      const waiting = await store.list({ ...ofAccount, state: 'waiting' });
      await Promise.all([
        other.free(held[0]),
        store.free(held[0]),
        store.expire(),
        ...waiting.slice(0, 5).map(({ owner }) => acquire(owner.id)),
      ]);
    }
    expect(await store.list(ofAccount)).toEqual([]);
    // In the order of the queue: everybody once.
    expect(new Set(holds).size).toBe(40);
  });

  it('gives an owner that asks twice at once one place', async () => {
    const { acquire, queue, warm } = await set();
    await warm();
    const all = await Promise.all(
      Array.from({ length: 20 }, () => acquire('dev')),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await queue()).toEqual(['dev holds']);
  });
});
