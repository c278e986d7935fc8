import type {
  NetworkRange,
  OverlappingVpc,
} from '@backstage-soa/plugin-soa-common';
import type { RangeRecord } from './store';

/** A range as it is served to somebody. */
export function toNetworkRange(
  range: RangeRecord,
  options: { mayRelease: boolean; overlaps: OverlappingVpc[] },
): NetworkRange {
  const { id, name, pool, account, region, owner, state, cidr } = range;
  return {
    id,
    name,
    pool,
    account,
    region,
    owner,
    state,
    cidr,
    requestedBy: range.requestedBy,
    requestedAt: range.requestedAt,
    overlaps: options.overlaps,
    mayRelease: options.mayRelease && state !== 'releasing',
  };
}
