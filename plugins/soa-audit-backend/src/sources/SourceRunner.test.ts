import { TestDatabases } from '@backstage/backend-test-utils';
import type { AuditSource } from '@backstage-soa/plugin-soa-audit-node';
import type { Knex } from 'knex';
import { NOW, OTHER_ACCOUNT, readingOn } from '../__testUtils__/readingOn';
import { ACCOUNT } from '../__testUtils__/records';
import { startFakeCloudTrail } from '../__testUtils__/startFakeCloudTrail';
import { coverageOf } from '../service/coverageOf';
import { LookupSource } from './LookupSource';
import { shardId } from './shardId';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const BUSY = { account: ACCOUNT, region: 'eu-west-1' };
const ID = `${ACCOUNT}/eu-west-1`;
const HOUR = 3_600;
const noon = NOW.getTime() / 1_000;
const iso = (seconds: number) => new Date(seconds * 1_000).toISOString();

describe.each(databases.eachSupportedId())('SourceRunner on %s', databaseId => {
  let knex: Knex;
  let trail: Awaited<ReturnType<typeof startFakeCloudTrail>>;
  let reading: Awaited<ReturnType<typeof readingOn>>;
  let pause: jest.Mock;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    trail = await startFakeCloudTrail();
    reading = await readingOn(knex);
    pause = jest.fn(async () => {});
  });

  afterEach(() => trail.close());

  const run = (signal?: AbortSignal) =>
    reading.runner.run(
      new LookupSource({
        awsClients: trail.awsClients,
        firstReadDays: 14,
        overlapMinutes: 30,
        pagesAtOnce: 3,
        now: reading.now,
        pause,
      }),
      signal,
    );
  /** `e0` is the newest, an hour before noon; the others an hour apart. */
  const log = (count: number, step = HOUR) =>
    trail.logs.set(
      ID,
      Array.from({ length: count }, (_, index) => ({
        id: `e${index}`,
        time: noon - HOUR - index * step,
      })),
    );
  const stored = async (): Promise<string[]> =>
    knex('soa_audit_events').orderBy('event_id').pluck('event_id');
  const position = async () =>
    (await reading.store.findPosition({ source: 'lookup', ...BUSY }))!;
  /** Of the hour before noon. */
  const coverage = async () => {
    const period = { from: (noon - HOUR) * 1_000, to: noon * 1_000 };
    return coverageOf(
      [BUSY],
      { positions: [await position()], rejections: [] },
      { ...period, keptFrom: 0, retentionDays: 90, now: NOW },
    );
  };
  const ofBusy = () => trail.requests.filter(({ shard }) => shard === ID);
  const all = (count: number) =>
    Array.from({ length: count }, (_, index) => `e${index}`).sort();

  it('reads every account and Region, with us-east-1', async () => {
    log(1);
    await run();
    expect(trail.requests.map(({ shard }) => shard).sort()).toEqual([
      ID,
      `${ACCOUNT}/us-east-1`,
      `${OTHER_ACCOUNT}/eu-west-1`,
      `${OTHER_ACCOUNT}/us-east-1`,
    ]);
    expect(await stored()).toEqual(['e0']);
    expect(
      await reading.store.listPositions({ source: 'lookup' }),
    ).toHaveLength(4);
    expect(await position()).toMatchObject({ read_until: NOW.toISOString() });
  });

  it('begins with what has waited longest', async () => {
    const shards: string[][] = [];
    const source: AuditSource = {
      id: 'lookup',
      read: async context => {
        shards.push(context.shards.map(shardId));
        // Not all have their turn.
        for (const shard of context.shards.slice(0, 3)) {
          await context.exclusively(shard, async () => {});
          reading.clock.time += 1_000;
        }
      },
    };
    await reading.runner.run(source);
    await reading.runner.run(source);
    const [first, second] = shards;
    expect(second).toEqual([first[3], ...first.slice(0, 3)]);
  });

  it('comes through a log that is longer than a run may take', async () => {
    log(20);
    for (let runs = 0; runs < 6; runs++) {
      await run();
      reading.clock.time += 60_000;
    }
    expect(await stored()).toEqual(all(20));
    expect(await position()).toMatchObject({ resume: null, error: null });
    // Three pages a run, of which the last is read again by the next.
    const first = ofBusy().filter(({ StartTime }) => StartTime < noon - HOUR);
    expect(first.length).toBeLessThanOrEqual(15);
    const ends = first.map(({ EndTime }) => EndTime);
    expect(ends).toEqual([...ends].sort((a, b) => b - a));
  });

  it('says that it has not come to the end, and then reads what is new', async () => {
    log(8);
    await run();
    const { read_until, resume } = await position();
    expect([read_until, JSON.parse(resume!)]).toEqual([
      null,
      {
        from: iso(noon - 14 * 24 * HOUR),
        to: iso(noon - 5 * HOUR),
        until: iso(noon),
      },
    ]);
    expect((await coverage()).gaps[0].reason).toBe(
      'The first read has not come to its end yet',
    );
    reading.clock.time += 300_000;
    await run();
    expect(await position()).toMatchObject({ read_until: iso(noon + 300) });
    expect(ofBusy().slice(-1)[0].StartTime).toBe(noon - HOUR / 2);
    expect(await stored()).toEqual(all(8));
  });

  it('comes through a second that holds more than a run may take', async () => {
    log(12, 0);
    await run();
    await run();
    expect(await stored()).toEqual(all(12));
    expect((await position()).resume).toBeNull();
  });

  it('loses nothing when CloudTrail throttles, says so, and goes on', async () => {
    log(8);
    trail.faults.refuses = shard => shard === ID && ofBusy().length === 2;
    await run();
    expect(await stored()).toEqual(['e0', 'e1']);
    const { read_until, resume, error } = await position();
    expect(read_until).toBeNull();
    expect(JSON.parse(resume!).to).toBe(iso(noon - HOUR));
    expect(error).toBe('Rate exceeded');
    const { complete, gaps } = await coverage();
    expect(complete).toBe(false);
    expect(gaps[0].reason).toContain('Rate exceeded');
    // The others were read.
    expect(
      (await reading.store.listPositions()).filter(row => row.read_until),
    ).toHaveLength(3);

    trail.faults.refuses = () => false;
    await run();
    await run();
    expect(await stored()).toEqual(all(8));
    expect(await position()).toMatchObject({
      read_until: iso(noon),
      resume: null,
      error: null,
    });
  });

  it('goes on where it was when it is stopped half way', async () => {
    log(8);
    const stop = new AbortController();
    pause.mockImplementationOnce(async () => stop.abort());
    await expect(run(stop.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(await stored()).toEqual(['e0', 'e1']);
    expect((await position()).error).toBeNull();
    await run();
    await run();
    expect(await stored()).toEqual(all(8));
  });

  it('leaves a shard to one who has taken over meanwhile', async () => {
    log(8);
    let isTaken = false;
    pause.mockImplementationOnce(async () => {
      reading.clock.time += HOUR * 1_000;
      isTaken = Boolean(
        await reading.leases.claim({ source: 'lookup', ...BUSY }),
      );
    });
    await run();
    expect(isTaken).toBe(true);
    expect(await stored()).toEqual(['e0', 'e1']);
    expect((await position()).error).toBeNull();
    expect(ofBusy()).toHaveLength(2);
  });

  it('does not undo what another has read since', async () => {
    const { index } = await reading.indexReader.read();
    const readFrom = iso(noon - 2 * HOUR);
    for (const readUntil of [iso(noon), iso(noon - HOUR)]) {
      const batch = { shard: BUSY, records: [], readFrom, readUntil };
      await reading.ingest.take('lookup', batch, index);
    }
    expect((await position()).read_until).toBe(iso(noon));
  });
});
