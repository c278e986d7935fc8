import type { AuditShard } from '@backstage-soa/plugin-soa-audit-node';
import type { Coverage, CoverageGap } from '@backstage-soa/plugin-soa-common';
import type { PositionRow } from '../store';

const DAY_MS = 86_400_000;
// CloudTrail itself delivers some five minutes late.
const LATE_MS = 15 * 60_000;

/**
 * What is missing from the picture of some accounts and Regions, in words.
 *
 * @param options - `from`, `to`: ISO 8601; the day before now if absent
 */
export function coverageOf(
  shards: readonly AuditShard[],
  positions: readonly PositionRow[],
  options: { from?: string; to?: string; now: Date; retentionDays: number },
): Coverage {
  const { now, retentionDays } = options;
  const to = Math.min(Date.parse(options.to ?? now.toISOString()), +now);
  const from = options.from ? Date.parse(options.from) : to - DAY_MS;
  const gaps =
    from < to
      ? shards.flatMap(shard => {
          const rows = positions.filter(
            row => row.account === shard.account && row.region === shard.region,
          );
          return [
            ...missingAtStart(rows, { from, to, now, retentionDays }),
            ...missingAtEnd(rows, { from, to }),
          ].map(gap => ({ ...shard, ...gap }));
        })
      : [];
  return { complete: gaps.length === 0, gaps };
}

type Missing = Omit<CoverageGap, keyof AuditShard>;

function missingAtStart(
  rows: readonly PositionRow[],
  period: { from: number; to: number; now: Date; retentionDays: number },
): Missing[] {
  const { from, to, now, retentionDays } = period;
  const read = rows.filter(row => row.read_until);
  const kept = +now - retentionDays * DAY_MS;
  // Before this was kept, there was no telling.
  const first = read.some(row => !row.read_from)
    ? kept
    : Math.min(...read.map(row => Date.parse(row.read_from!)));
  const start = Math.min(Math.max(first, kept), to);
  if (read.length === 0 || start - from < LATE_MS) {
    return [];
  }
  return [
    {
      from: iso(from),
      to: iso(start),
      reason:
        first > kept
          ? `Nothing from before ${iso(first)} has been read`
          : `Events are kept for ${retentionDays} days`,
    },
  ];
}

function missingAtEnd(
  rows: readonly PositionRow[],
  period: { from: number; to: number },
): Missing[] {
  const { from, to } = period;
  const until = rows
    .map(row => row.read_until ?? '')
    .sort()
    .pop();
  const start = until ? Math.max(Date.parse(until), from) : from;
  const behind = to - start;
  if (until && behind < LATE_MS) {
    return [];
  }
  const error = rows.find(row => row.error)?.error;
  const unread = rows.some(row => row.resume)
    ? 'The first read has not come to its end yet'
    : 'Not read yet';
  const reason = until
    ? `Read until ${until}; ${Math.round(behind / 60_000)} minutes are missing`
    : unread;
  return [
    {
      from: iso(start),
      to: iso(to),
      reason: error ? `${reason}: ${error}` : reason,
    },
  ];
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
