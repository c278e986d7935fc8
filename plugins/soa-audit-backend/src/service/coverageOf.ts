import type { AuditShard } from '@backstage-soa/plugin-soa-audit-node';
import type { Coverage, CoverageGap } from '@backstage-soa/plugin-soa-common';
import type { PositionRow, Rejection } from '../store';

// CloudTrail itself delivers some five minutes late.
const LATE_MS = 15 * 60_000;
// Who asks has a clock of their own.
const SKEW_MS = 60_000;

type Missing = Omit<CoverageGap, keyof AuditShard>;

/** A stretch of time, in milliseconds. */
export interface Period {
  from: number;
  to: number;
}

/**
 * What is missing from the picture of some accounts and Regions, in words.
 *
 * @param known - how far they have been read, and what was not understood
 * @param options - `keptFrom`: what is older has been deleted, in milliseconds
 */
export function coverageOf(
  shards: readonly AuditShard[],
  known: {
    positions: readonly PositionRow[];
    rejections: readonly Rejection[];
  },
  options: Period & { keptFrom: number; retentionDays: number; now: Date },
): Coverage {
  const { from, now } = options;
  const period = { ...options, to: Math.min(options.to, +now) };
  const gaps = shards.flatMap(shard => {
    const isHere = (row: AuditShard) =>
      row.account === shard.account && row.region === shard.region;
    return [
      ...missingOf(known.positions.filter(isHere), period),
      ...known.rejections
        .filter(isHere)
        .map(rejection => missingBy(rejection, period)),
    ].map(missing => ({ ...shard, ...missing }));
  });
  const isPast = from < period.to;
  return isPast && gaps.length > 0
    ? { complete: false, gaps }
    : { complete: true, gaps: [] };
}

/** What no source has read, or what has been deleted since. */
function missingOf(
  rows: readonly PositionRow[],
  options: Period & { keptFrom: number; retentionDays: number; now: Date },
): Missing[] {
  const { from, to, keptFrom, retentionDays, now } = options;
  const read = rows
    .flatMap(({ read_from, read_until }) =>
      read_from && read_until
        ? [{ from: Date.parse(read_from), until: Date.parse(read_until) }]
        : [],
    )
    .sort((a, b) => a.from - b.from);
  if (read.length === 0) {
    const reason = rows.some(row => row.resume)
      ? 'The first read has not come to its end yet'
      : 'Not read yet';
    return [gap({ from, to }, withError(reason, rows))];
  }
  const gaps: Missing[] = [];
  if (keptFrom - from >= SKEW_MS) {
    const reason = `Events are kept for ${retentionDays} days`;
    gaps.push(gap({ from, to: Math.min(keptFrom, to) }, reason));
  }
  const start = Math.max(from, keptFrom);
  let until = start;
  for (const span of read) {
    const end = Math.min(span.from, to);
    if (end - until >= SKEW_MS) {
      const since = iso(span.from);
      const reason =
        until === start
          ? `Nothing from before ${since} has been read`
          : `Nothing from ${iso(until)} to ${since} has been read`;
      gaps.push(gap({ from: until, to: end }, reason));
    }
    until = Math.max(until, span.until);
  }
  // What is asked for up to now is never all there yet.
  if (until < Math.min(to, +now - LATE_MS)) {
    const minutes = Math.round((to - until) / 60_000);
    const reason = `Read until ${iso(until)}; ${minutes} minutes are missing`;
    gaps.push(gap({ from: until, to }, withError(reason, rows)));
  }
  return gaps;
}

function missingBy(
  { count, reason, first, last, untimed, readAt }: Rejection,
  { from, to }: Period,
): Missing {
  const records = count === 1 ? '1 record' : `${count} records`;
  const isAnywhere = untimed > 0 || !first || !last;
  return gap(
    isAnywhere
      ? { from, to: Math.min(to, Date.parse(readAt)) }
      : { from: Date.parse(first), to: Date.parse(last) + 1 },
    `${records} could not be understood: ${reason}`,
  );
}

function withError(reason: string, rows: readonly PositionRow[]): string {
  const error = rows.find(row => row.error)?.error;
  return error ? `${reason}: ${error}` : reason;
}

function gap({ from, to }: Period, reason: string): Missing {
  return { from: iso(from), to: iso(to), reason };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
