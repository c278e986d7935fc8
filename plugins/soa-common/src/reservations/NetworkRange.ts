import type { ReservationOwner } from './ReservationOwner';

/**
 * A VPC that has addresses of a range without being its owner's.
 *
 * @public
 */
export interface OverlappingVpc {
  id: string;
  account: string;
  region: string;
  cidr: string;
}

/**
 * A range of addresses that nobody else gets from its pool.
 *
 * @public
 */
export interface NetworkRange {
  id: string;
  /** Unique among the ranges of its owner in the account and Region. */
  name: string;
  pool: string;
  account: string;
  region: string;
  owner: ReservationOwner;
  /**
   * - `held`: it is the owner's
   * - `allocating`: AWS IPAM is being asked for it
   * - `releasing`: it is given back; nobody gets it before that is known to be done
   */
  state: 'held' | 'allocating' | 'releasing';
  /** Such as `10.1.0.0/20`; absent while it is allocated. */
  cidr?: string;
  /** The entity reference of who has asked for it. */
  requestedBy: string;
  requestedAt: string;
  /** VPCs in other accounts or Regions that have addresses of it, the first few. */
  overlaps: OverlappingVpc[];
  /** Whether the caller may free it. */
  mayRelease: boolean;
}
