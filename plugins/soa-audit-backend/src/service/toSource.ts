import type { AuditSourcePosition } from '@backstage-soa/plugin-soa-common';
import type { PositionRow } from '../store';

/** How far a source has read an account and Region, as it is served. */
export function toSource(row: PositionRow, now: Date): AuditSourcePosition {
  const { source, account, region, read_until, error, error_at } = row;
  return {
    source,
    account,
    region,
    ...(read_until && {
      readUntil: read_until,
      lagSeconds: Math.round((now.getTime() - Date.parse(read_until)) / 1_000),
    }),
    ...(error && { lastError: error }),
    ...(error_at && { lastErrorAt: error_at }),
  };
}
