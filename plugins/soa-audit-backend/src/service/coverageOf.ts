import type { AuditShard } from '@backstage-soa/plugin-soa-audit-node';
import type { Coverage, CoverageGap } from '@backstage-soa/plugin-soa-common';
import type { PositionRow } from '../store';

// CloudTrail itself delivers some five minutes late.
const LATE_MS = 15 * 60_000;

/** What is missing from the picture of some accounts and Regions, in words. */
export function coverageOf(
  shards: readonly AuditShard[],
  positions: readonly PositionRow[],
  period: { from: string; to: string },
): Coverage {
  const gaps = shards.flatMap((shard): CoverageGap[] => {
    const rows = positions.filter(
      row => row.account === shard.account && row.region === shard.region,
    );
    const until = rows
      .map(row => row.read_until ?? '')
      .sort()
      .pop();
    const from = until && until > period.from ? until : period.from;
    const behind = Date.parse(period.to) - Date.parse(from);
    if (until && behind < LATE_MS) {
      return [];
    }
    const error = rows.find(row => row.error)?.error;
    const unread = rows.some(row => row.resume)
      ? 'The first read has not come to its end yet'
      : 'Not read yet';
    const reason = until
      ? `Read until ${until}; ${Math.round(
          behind / 60_000,
        )} minutes are missing`
      : unread;
    return [
      {
        ...shard,
        from,
        to: period.to,
        reason: error ? `${reason}: ${error}` : reason,
      },
    ];
  });
  return { complete: gaps.length === 0, gaps };
}
