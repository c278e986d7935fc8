import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { ACCOUNT } from '../__testUtils__/records';
import { AuditStore } from './AuditStore';
import { ShardLeases } from './ShardLeases';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const MINUTE = 60_000;
const shard = { source: 'lookup', account: ACCOUNT, region: 'us-east-1' };

describe.each(databases.eachSupportedId())('leases on %s', databaseId => {
  let knex: Knex;
  let time: number;
  let here: ShardLeases;
  let there: ShardLeases;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await AuditStore.create(
      mockServices.database({ knex, migrations: { skip: false } }),
    );
    time = Date.parse('2026-11-20T12:00:00Z');
    const now = () => new Date(time);
    here = new ShardLeases(knex, now);
    there = new ShardLeases(knex, now);
  });

  it('are given to one, however many ask at once', async () => {
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? here : there).claim(shard),
      ),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('are of one source, account and Region', async () => {
    await here.claim(shard);
    for (const other of [
      { source: 'archive' },
      { account: '444455556666' },
      { region: 'eu-west-1' },
    ]) {
      expect(await there.claim({ ...shard, ...other })).toBeDefined();
    }
  });

  it('can be taken again when they are given back', async () => {
    await (await here.claim(shard))?.release(true);
    expect(await there.claim(shard)).toBeDefined();
  });

  it('become free when their holder has died', async () => {
    const lost = await here.claim(shard);
    time += 4 * MINUTE;
    expect(await there.claim(shard)).toBeUndefined();
    time += MINUTE;
    expect((await there.find(shard)).isHeld).toBe(false);
    const taken = await there.claim(shard);
    expect(await lost?.renew()).toBe(false);
    await lost?.release(true);
    expect(await taken?.renew()).toBe(true);
    expect(await there.find(shard)).toEqual({ isHeld: true });
  });

  it('last as long as they are renewed', async () => {
    const lease = await here.claim(shard);
    for (let times = 0; times < 5; times++) {
      time += 4 * MINUTE;
      expect(await lease?.renew()).toBe(true);
      expect(await there.claim(shard)).toBeUndefined();
    }
  });

  it('are not given for what has just been read', async () => {
    const unlessReadSince = new Date(time - 30_000);
    await (await here.claim(shard, { unlessReadSince }))?.release(true);
    expect(await there.claim(shard, { unlessReadSince })).toBeUndefined();
    expect(await there.find(shard)).toEqual({
      isHeld: false,
      readAt: new Date(time).toISOString(),
    });
    expect(
      await there.claim(shard, { unlessReadSince: new Date(time) }),
    ).toBeDefined();
  });

  it('are no reading if nothing came of them', async () => {
    await (await here.claim(shard))?.release(false);
    expect(await there.find(shard)).toEqual({ isHeld: false });
    expect(
      await there.claim(shard, { unlessReadSince: new Date(0) }),
    ).toBeDefined();
  });
});
