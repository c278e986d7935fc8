import { TestDatabases } from '@backstage/backend-test-utils';
import {
  migrated,
  ownerOf,
  TestClock,
} from '../../reservations/__testUtils__/migrated';
import { overlaps, parseSpan } from '../pools';
import { VpcStore } from '../vpcs';
import type { RangeWish } from './RangeRecord';
import { RangeStore } from './RangeStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const POOL = [parseSpan('10.0.0.0/16')!];
const PLACE = { account: '111122223333', region: 'us-east-1' };

function wishOf(id: string, change: Partial<RangeWish> = {}): RangeWish {
  return {
    name: 'vpc',
    pool: 'workloads',
    ...PLACE,
    owner: ownerOf(id),
    prefixLength: 24,
    requestedBy: 'user:default/guest',
    ...change,
  };
}

describe.each(databases.eachSupportedId())('RangeStore on %s', databaseId => {
  async function set() {
    const knex = await migrated(await databases.init(databaseId));
    const clock = new TestClock();
    const store = new RangeStore(knex, clock.now);
    return { knex, clock, store, vpcs: new VpcStore(knex) };
  }

  it('takes the first range that is free, around VPCs that are there', async () => {
    const { store, vpcs, clock } = await set();
    await vpcs.save(
      { account: '444455556666', region: 'eu-west-1' },
      [
        { vpcId: 'vpc-1', cidr: '10.0.0.0/23', ownerAccount: '444455556666' },
        { vpcId: 'vpc-2', cidr: '10.0.4.0/24', ownerAccount: '444455556666' },
        {
          vpcId: 'vpc-3',
          cidr: '192.168.0.0/16',
          ownerAccount: '444455556666',
        },
      ],
      clock.now().toISOString(),
    );
    const taken = [];
    for (const id of ['a', 'b', 'c']) {
      taken.push((await store.take(wishOf(id), POOL)).cidr);
    }
    expect(taken).toEqual(['10.0.2.0/24', '10.0.3.0/24', '10.0.5.0/24']);
  });

  it('lists what one component has, but not what it gave back', async () => {
    const { store } = await set();
    const componentRef = 'component:default/cart';
    const owner = ownerOf('a', { componentRef });
    const kept = await store.take(wishOf('a', { owner }), POOL);
    const other = wishOf('b', { owner: { ...owner, id: 'b' } });
    await store.release(await store.take(other, POOL));
    await store.take(wishOf('a'), POOL);
    const listed = await store.listOwned({
      componentRef,
      afterId: undefined,
      limit: 10,
    });
    expect(listed.map(({ id }) => id)).toEqual([kept.id]);
  });

  it('goes on to the next range of a pool, and says when it is full', async () => {
    const { store } = await set();
    const pool = [parseSpan('10.0.0.0/24')!, parseSpan('10.9.0.0/24')!];
    await store.take(wishOf('a'), pool);
    expect((await store.take(wishOf('b'), pool)).cidr).toBe('10.9.0.0/24');
    await expect(store.take(wishOf('c'), pool)).rejects.toThrow(
      /^pool: workloads has no free \/24 any more: free ranges/,
    );
  });

  it('gives the owner that asks again the same', async () => {
    const { store } = await set();
    const first = await store.take(wishOf('a'), POOL);
    expect(await store.take(wishOf('a'), POOL)).toEqual(first);
    const other = await store.take(wishOf('a', { name: 'pods' }), POOL);
    expect(other.cidr).not.toBe(first.cidr);
    await expect(
      store.take(wishOf('a', { prefixLength: 20 }), POOL),
    ).rejects.toThrow(
      'name: the owner has a range vpc in 111122223333, us-east-1 already, 10.0.0.0/24 of the pool workloads: free that one first, or choose another name',
    );
  });

  it('gives one that was given back to nobody else before it is forgotten', async () => {
    const { store } = await set();
    const first = await store.take(wishOf('a'), POOL);
    expect(await store.release(first)).toBe(true);
    expect(await store.release(first)).toBe(false);
    expect((await store.take(wishOf('b'), POOL)).cidr).toBe('10.0.1.0/24');
    // Its owner may have it again.
    expect(await store.take(wishOf('a'), POOL)).toMatchObject({
      id: first.id,
      state: 'held',
      releasedAt: undefined,
    });
    await store.forget(first);
    expect(await store.find(wishOf('a'))).toBeDefined();
    await store.release(first);
    await store.forget(first);
    expect((await store.take(wishOf('c'), POOL)).cidr).toBe('10.0.0.0/24');
  });

  it('never gives the same addresses twice, however many ask at once', async () => {
    const { knex, store, clock } = await set();
    const replicas = [store, new RangeStore(knex, clock.now)];
    const ranges = await Promise.all(
      Array.from({ length: 120 }, (_, index) =>
        replicas[index % 2].take(
          // Each of them asks twice.
          wishOf(`e${Math.floor(index / 2)}`, {
            prefixLength: [24, 26, 28][Math.floor(index / 2) % 3],
          }),
          POOL,
        ),
      ),
    );
    const byId = new Map(ranges.map(range => [range.id, range.cidr!]));
    expect(byId.size).toBe(60);
    const spans = [...byId.values()].map(cidr => parseSpan(cidr)!);
    spans.forEach((span, index) =>
      expect(
        spans.filter((one, at) => at !== index && overlaps(one, span)),
      ).toEqual([]),
    );
  });

  it('lists newest first, page by page, and by what it is narrowed to', async () => {
    const { store, clock } = await set();
    for (const id of ['a', 'b', 'c']) {
      await store.take(wishOf(id), POOL);
      clock.pass(1);
    }
    const [newest, next] = await store.list({ limit: 2 });
    const rest = await store.list({
      limit: 2,
      after: [next.requestedAt, next.id],
    });
    expect([newest, next, ...rest].map(({ owner }) => owner.id)).toEqual([
      'c',
      'b',
      'a',
    ]);
    expect(await store.list({ ownerId: 'a', limit: 9 })).toHaveLength(1);
    expect(await store.list({ pool: 'other', limit: 9 })).toEqual([]);
    expect(await store.list({ region: 'eu-west-1', limit: 9 })).toEqual([]);
  });

  it('finds its way among 10,000 ranges', async () => {
    const { knex, store } = await set();
    const wide = [parseSpan('10.0.0.0/8')!];
    const first = await store.take(wishOf('a'), wide);
    const row = await knex('soa_network_ranges')
      .where({ id: first.id })
      .first();
    for (let start = 1; start < 10_000; start += 500) {
      const rows = Array.from(
        { length: Math.min(500, 10_000 - start) },
        (_, index) => {
          const begin = Number(row.first) + (start + index) * 256;
          return {
            ...row,
            id: `r-${start + index}`,
            owner_id: `e${start + index}`,
            first: begin,
            last: begin + 255,
          };
        },
      );
      // So that one statement has no more values than SQLite takes.
      for (let at = 0; at < rows.length; at += 50) {
        await knex('soa_network_ranges').insert(rows.slice(at, at + 50));
      }
    }
    expect((await store.take(wishOf('last'), wide)).cidr).toBe('10.39.16.0/24');
  });
});

describe('RangeStore on PostgreSQL', () => {
  it('has the database refuse what would overlap', async () => {
    const [postgres] = databases
      .eachSupportedId()
      .flat()
      .filter(id => id.startsWith('POSTGRES'));
    if (!postgres) {
      return;
    }
    const knex = await migrated(await databases.init(postgres));
    const range = await new RangeStore(knex).take(wishOf('a'), POOL);
    const row = await knex('soa_network_ranges')
      .where({ id: range.id })
      .first();
    await expect(
      knex('soa_network_ranges').insert({ ...row, id: 'b', owner_id: 'b' }),
    ).rejects.toThrow(/soa_network_ranges_apart/);
  });
});
