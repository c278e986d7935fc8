import type { PositionRow, Rejection } from '../store';
import { coverageOf } from './coverageOf';

const DAY_MS = 86_400_000;
const shard = { account: '111122223333', region: 'us-east-1' };
const now = new Date('2026-11-20T12:00:00Z');
const position: PositionRow = {
  source: 'lookup',
  ...shard,
  read_from: '2026-11-06T12:00:00.000Z',
  read_until: '2026-11-20T11:58:00.000Z',
  error: null,
  error_at: null,
  resume: null,
};

const coverage = (
  period: { from?: string; to?: string },
  positions: PositionRow[],
  options: { retentionDays?: number; rejections?: Rejection[] } = {},
) => {
  const { retentionDays = 90, rejections = [] } = options;
  const { from = '2026-11-19T12:00:00Z', to = now.toISOString() } = period;
  return coverageOf(
    [shard],
    { positions, rejections },
    {
      from: Date.parse(from),
      to: Date.parse(to),
      keptFrom: +now - retentionDays * DAY_MS,
      retentionDays,
      now,
    },
  );
};
const gapsOf = (
  period: { from?: string; to?: string },
  change: Partial<PositionRow> = {},
  retentionDays?: number,
) => coverage(period, [{ ...position, ...change }], { retentionDays }).gaps;

describe('coverageOf', () => {
  it('misses nothing of what has been read', () => {
    expect(coverage({}, [position])).toEqual({ complete: true, gaps: [] });
    expect(gapsOf({ from: '2026-11-07T00:00:00Z' })).toEqual([]);
    expect(gapsOf({ to: '2026-11-10T00:00:00Z' })).toEqual([]);
  });

  it('says since when it has not read', () => {
    expect(gapsOf({}, { read_until: '2026-11-20T11:00:00.000Z' })).toEqual([
      {
        ...shard,
        from: '2026-11-20T11:00:00.000Z',
        to: now.toISOString(),
        reason: 'Read until 2026-11-20T11:00:00.000Z; 60 minutes are missing',
      },
    ]);
  });

  it('forgives being late only where CloudTrail is', () => {
    const change = { read_until: '2026-11-20T11:50:00.000Z' };
    expect(gapsOf({}, change)).toEqual([]);
    const earlier = { read_until: '2026-11-20T10:50:00.000Z' };
    const [gap] = gapsOf({ to: '2026-11-20T11:00:00Z' }, earlier);
    expect(gap).toMatchObject({
      from: '2026-11-20T10:50:00.000Z',
      to: '2026-11-20T11:00:00.000Z',
    });
  });

  it('says what of a time is missing, wherever its clock is', () => {
    const [gap] = gapsOf(
      { from: '2026-11-20T19:30:00+09:00' },
      { read_until: '2026-11-20T11:00:00.000Z' },
    );
    expect(gap.from).toBe('2026-11-20T11:00:00.000Z');
  });

  it('does not miss what is still to come', () => {
    expect(gapsOf({ to: '2026-11-21T00:00:00Z' })).toEqual([]);
    expect(
      gapsOf({ from: '2026-11-20T13:00:00Z', to: '2026-11-21T00:00:00Z' }),
    ).toEqual([]);
  });

  it('says that nothing from before the first read is there', () => {
    expect(gapsOf({ from: '2026-10-21T12:00:00Z' })).toEqual([
      {
        ...shard,
        from: '2026-10-21T12:00:00.000Z',
        to: '2026-11-06T12:00:00.000Z',
        reason: 'Nothing from before 2026-11-06T12:00:00.000Z has been read',
      },
    ]);
  });

  it('takes several sources together, and says what lies between', () => {
    const archive = {
      ...position,
      source: 'archive',
      read_from: '2026-11-01T00:00:00.000Z',
      read_until: '2026-11-05T00:00:00.000Z',
    };
    const period = { from: '2026-11-02T00:00:00Z' };
    expect(coverage(period, [position, archive]).gaps).toEqual([
      {
        ...shard,
        from: '2026-11-05T00:00:00.000Z',
        to: '2026-11-06T12:00:00.000Z',
        reason:
          'Nothing from 2026-11-05T00:00:00.000Z to 2026-11-06T12:00:00.000Z has been read',
      },
    ]);
    const near = { ...archive, read_until: '2026-11-07T00:00:00.000Z' };
    expect(coverage(period, [position, near]).gaps).toEqual([]);
  });

  it('says what is not kept any more', () => {
    expect(gapsOf({ from: '2026-11-10T12:00:00Z' }, {}, 7)).toEqual([
      {
        ...shard,
        from: '2026-11-10T12:00:00.000Z',
        to: '2026-11-13T12:00:00.000Z',
        reason: 'Events are kept for 7 days',
      },
    ]);
  });

  it('says why nothing at all has been read', () => {
    const unread = { read_from: null, read_until: null };
    const reasonOf = (change: Partial<PositionRow>) =>
      gapsOf({}, { ...unread, ...change })[0].reason;
    expect(reasonOf({})).toBe('Not read yet');
    expect(reasonOf({ account: '444455556666' })).toBe('Not read yet');
    expect(reasonOf({ error: 'AccessDenied' })).toBe(
      'Not read yet: AccessDenied',
    );
    expect(reasonOf({ resume: '{}' })).toBe(
      'The first read has not come to its end yet',
    );
  });

  it('says what was not understood, where its time is known and where not', () => {
    const rejection: Rejection = {
      ...shard,
      count: 1,
      reason: 'eventName: is missing',
      first: '2026-11-20T09:00:00.000Z',
      last: '2026-11-20T10:00:00.000Z',
      untimed: 0,
      readAt: '2026-11-20T10:30:00.000Z',
    };
    const gapOf = (change: Partial<Rejection>) =>
      coverage({}, [position], {
        rejections: [
          { ...rejection, ...change },
          { ...rejection, account: '444455556666' },
        ],
      }).gaps;
    expect(gapOf({})).toEqual([
      {
        ...shard,
        from: '2026-11-20T09:00:00.000Z',
        to: '2026-11-20T10:00:00.001Z',
        reason: '1 record could not be understood: eventName: is missing',
      },
    ]);
    expect(gapOf({ count: 3, untimed: 1 })).toEqual([
      {
        ...shard,
        from: '2026-11-19T12:00:00.000Z',
        to: '2026-11-20T10:30:00.000Z',
        reason: '3 records could not be understood: eventName: is missing',
      },
    ]);
  });
});
