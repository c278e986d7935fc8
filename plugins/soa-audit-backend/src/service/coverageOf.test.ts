import type { PositionRow } from '../store';
import { coverageOf } from './coverageOf';

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

const gapsOf = (
  period: { from?: string; to?: string },
  change: Partial<PositionRow> = {},
  retentionDays = 90,
) =>
  coverageOf([shard], [{ ...position, ...change }], {
    ...period,
    now,
    retentionDays,
  }).gaps;

describe('coverageOf', () => {
  it('misses nothing of what has been read', () => {
    expect(gapsOf({})).toEqual([]);
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

  it('says what of a time is missing, wherever its clock is', () => {
    const [gap] = gapsOf(
      { from: '2026-11-20T19:30:00+09:00' },
      { read_until: '2026-11-20T11:00:00.000Z' },
    );
    expect(gap.from).toBe('2026-11-20T11:00:00.000Z');
    expect(gapsOf({ from: '2026-11-20T20:59:00+09:00' })).toEqual([]);
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
});
