import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  AuditShard,
  AuditSource,
} from '@backstage-soa/plugin-soa-audit-node';
import type { Knex } from 'knex';
import { gate, OTHER_ACCOUNT, readingOn } from '../__testUtils__/readingOn';
import { ACCOUNT, record } from '../__testUtils__/records';
import { shardId } from '../sources';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const shard = { account: ACCOUNT, region: 'us-east-1' };
const other = { account: OTHER_ACCOUNT, region: 'eu-west-1' };

describe.each(databases.eachSupportedId())('refresh on %s', databaseId => {
  let knex: Knex;
  let reads: string[];
  let read: (shard: AuditShard) => Promise<void>;
  const source: AuditSource = {
    id: 'lookup',
    onDemand: true,
    read: async ({ shards, exclusively, deliver }) => {
      await Promise.all(
        shards.map(one =>
          exclusively(one, async () => {
            reads.push(shardId(one));
            await read(one);
            await deliver({ shard: one, records: [record('1')] });
          }),
        ),
      );
    },
  };

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    reads = [];
    read = async () => {};
  });

  const replica = () => readingOn(knex, source);

  it('reads what is asked for, and nothing else', async () => {
    const { refresh, store } = await replica();
    expect(await refresh.start([shard])).toEqual([
      { source: 'lookup', ...shard, state: 'started' },
    ]);
    await refresh.idle();
    expect(reads).toEqual([shardId(shard)]);
    expect(await store.get('1')).toMatchObject({ eventName: 'DeleteService' });
  });

  it('reads no account and Region that is none of the organisation', async () => {
    const { refresh } = await replica();
    const strange = [
      { account: '999999999999', region: 'us-east-1' },
      { account: ACCOUNT, region: 'mars-north-1' },
    ];
    expect(await refresh.start(strange)).toEqual([]);
    await refresh.idle();
    expect(reads).toEqual([]);
  });

  it('reads again only after a while, and says when it has', async () => {
    const { refresh, clock } = await replica();
    await refresh.start([shard]);
    await refresh.idle();
    clock.time += 29_000;
    const again = { source: 'lookup', ...shard };
    const lastReadAt = '2026-11-20T12:00:00.000Z';
    expect(await refresh.start([shard])).toEqual([
      { ...again, state: 'recent', lastReadAt },
    ]);
    clock.time += 1_000;
    expect(await refresh.start([shard])).toEqual([
      { ...again, state: 'started', lastReadAt },
    ]);
    await refresh.idle();
    expect(reads).toHaveLength(2);
  });

  it('does not hammer what cannot be read', async () => {
    const { refresh, store } = await replica();
    read = async () => {
      throw new Error('AccessDenied');
    };
    await refresh.start([shard]);
    await refresh.idle();
    expect(await refresh.start([shard])).toEqual([
      expect.objectContaining({ state: 'recent' }),
    ]);
    expect(await store.listPositions()).toEqual([
      expect.objectContaining({ ...shard, error: 'AccessDenied' }),
    ]);
  });

  it('is read once, whoever asks on whichever replica, and on schedule', async () => {
    const [here, there] = [await replica(), await replica()];
    const { isOpen, open } = gate();
    read = () => isOpen;
    const answers = await Promise.all(
      [here, there, here, there].map(({ refresh }) => refresh.start([shard])),
    );
    expect(
      answers
        .flat()
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['running', 'running', 'running', 'started']);
    read = async () => {};
    // The others are read by it, this one is not.
    await there.runner.run(source);
    expect(reads.filter(id => id === shardId(shard))).toHaveLength(1);
    expect(reads).toHaveLength(4);
    open();
    await Promise.all([here.refresh.idle(), there.refresh.idle()]);
    await there.runner.run(source);
    expect(reads.filter(id => id === shardId(shard))).toHaveLength(2);
  });

  it('gives back what it has claimed when it is stopped', async () => {
    const [here, there] = [await replica(), await replica()];
    const { isOpen, open } = gate();
    read = () => isOpen;
    await here.refresh.start([shard, other]);
    const stopped = here.refresh.stop();
    open();
    await stopped;
    expect(
      (await there.refresh.start([shard, other])).map(({ state }) => state),
    ).toEqual(['started', 'started']);
    await there.refresh.idle();
  });

  it('gives back what it has claimed when the source fails', async () => {
    const broken = {
      ...source,
      read: async () => {
        throw new Error('broken');
      },
    };
    const { refresh, logger } = await readingOn(knex, broken);
    await refresh.start([shard]);
    await refresh.idle();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({ reason: 'Error: broken' }),
    );
    expect(await refresh.start([shard])).toEqual([
      expect.objectContaining({ state: 'started' }),
    ]);
    await refresh.idle();
  });

  it('has nothing read by a source that cannot read out of turn', async () => {
    const { refresh } = await readingOn(knex, { ...source, onDemand: false });
    expect(await refresh.start([shard])).toEqual([]);
  });
});
