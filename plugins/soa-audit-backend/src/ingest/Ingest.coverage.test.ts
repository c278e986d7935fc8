import { TestDatabases } from '@backstage/backend-test-utils';
import type { AuditBatch } from '@backstage-soa/plugin-soa-audit-node';
import { NOW, OTHER_ACCOUNT, readingOn } from '../__testUtils__/readingOn';
import { ACCOUNT, record } from '../__testUtils__/records';
import { listRejections } from '../store';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const shard = { account: ACCOUNT, region: 'eu-west-1' };
const FROM = '2026-11-20T10:00:00.000Z';
const UNTIL = NOW.toISOString();

describe.each(databases.eachSupportedId())(
  'what ingest says of coverage on %s',
  databaseId => {
    let reading: Awaited<ReturnType<typeof readingOn>>;
    const take = async (batch: Partial<AuditBatch>) => {
      const { index } = await reading.indexReader.read();
      const whole = { shard, records: [], ...batch };
      await reading.ingest.take('archive', whole, index);
    };

    beforeEach(async () => {
      reading = await readingOn(await databases.init(databaseId));
    });

    it('takes no position of which nobody knows where it began', async () => {
      const records = [record('one')];
      await expect(take({ records, readUntil: UNTIL })).rejects.toThrow(
        'give readFrom with the first readUntil',
      );
      expect(await reading.store.get('one')).toBeUndefined();
      await take({ readFrom: FROM, readUntil: FROM });
      await take({ records, readUntil: UNTIL });
      expect(await reading.store.listPositions()).toEqual([
        expect.objectContaining({ read_from: FROM, read_until: UNTIL }),
      ]);
    });

    it('says what was not understood, where and when', async () => {
      const bad = (eventTime: unknown) => ({ eventID: 'bad', eventTime });
      await take({
        records: [
          bad('2026-11-20T09:00:00Z'),
          bad('2026-11-20T11:00:00Z'),
          bad('2026-11-20T12:30:00+01:00'),
        ],
      });
      const rejections = (from: string, accounts = [ACCOUNT]) =>
        listRejections(reading.store.knex, accounts, { from, to: UNTIL });
      const here = {
        ...shard,
        reason: expect.any(String),
        readAt: expect.any(String),
        last: '2026-11-20T11:30:00.000Z',
        untimed: 0,
      };
      expect(await rejections(FROM)).toEqual([
        { ...here, count: 2, first: '2026-11-20T11:00:00.000Z' },
      ]);
      expect(await rejections(FROM, [OTHER_ACCOUNT])).toEqual([]);
      for (const [number, time] of [
        'yesterday',
        7,
        '+275760-01-01',
      ].entries()) {
        await take({ records: [{ ...bad(time), number }] });
      }
      expect(await rejections(FROM)).toEqual([
        expect.objectContaining({ count: 5, untimed: 3 }),
      ]);
    });

    it('writes only those places that have changed', async () => {
      const { places, knex } = reading.store;
      const place = (region: string) => ({
        owner: 'ws-1',
        account: ACCOUNT,
        region,
      });
      await places.replaceAll([place('*'), place('eu-west-1')]);
      const written: string[] = [];
      knex.on('query', ({ sql }: { sql: string }) => {
        if (/^(insert|delete)/.test(sql)) {
          written.push(sql.split(' ')[0]);
        }
      });
      await places.replaceAll([place('*'), place('eu-west-1')]);
      expect(written).toEqual([]);
      await places.replaceAll([place('eu-west-1'), place('us-east-1')]);
      expect(written).toEqual(['delete', 'insert']);
      expect(await places.of('ws-1')).toEqual([
        place('eu-west-1'),
        place('us-east-1'),
      ]);
    });
  },
);
