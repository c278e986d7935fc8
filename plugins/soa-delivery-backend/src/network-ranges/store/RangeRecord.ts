import type {
  NetworkRange,
  ReservationOwner,
} from '@backstage-soa/plugin-soa-common';
import { toOwner } from '../../reservations';
import type { OwnerColumns } from '../../reservations';

/** A range as it is kept. */
export interface RangeRecord {
  id: string;
  name: string;
  pool: string;
  account: string;
  region: string;
  owner: ReservationOwner;
  state: NetworkRange['state'];
  /** Absent while AWS IPAM is asked for it. */
  cidr?: string;
  prefixLength: number;
  /** Of AWS IPAM. */
  allocationId?: string;
  requestedBy: string;
  requestedAt: string;
  releasedAt?: string;
  missingSince?: string;
}

/** What somebody asks for. */
export type RangeWish = Pick<
  RangeRecord,
  | 'name'
  | 'pool'
  | 'account'
  | 'region'
  | 'owner'
  | 'prefixLength'
  | 'requestedBy'
>;

export interface RangeRow extends OwnerColumns {
  id: string;
  name: string;
  pool: string;
  account: string;
  region: string;
  state: string;
  cidr: string | null;
  prefix_length: number;
  first: number | null;
  last: number | null;
  allocation_id: string | null;
  requested_by: string;
  requested_at: string;
  released_at: string | null;
  missing_since: string | null;
}

export function toRange(row: RangeRow): RangeRecord {
  return {
    id: row.id,
    name: row.name,
    pool: row.pool,
    account: row.account,
    region: row.region,
    owner: toOwner(row),
    state: row.state as RangeRecord['state'],
    cidr: row.cidr ?? undefined,
    prefixLength: row.prefix_length,
    allocationId: row.allocation_id ?? undefined,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    releasedAt: row.released_at ?? undefined,
    missingSince: row.missing_since ?? undefined,
  };
}
