import type { LockTargetKind } from './LockTarget';
import type { ReservationOwnerKind } from './ReservationOwner';

/**
 * Which reservations to free: one by its id, or those of a component, or of one
 * owner.
 *
 * @public
 */
export interface ReservationRelease {
  id?: string;
  componentRef?: string;
  ownerKind?: ReservationOwnerKind;
  ownerId?: string;
}

/**
 * `DELETE /v1/locks`: what is free is said as the answer; nothing left to free is no
 * error.
 *
 * @public
 */
export interface LockRelease extends ReservationRelease {
  targetKind?: LockTargetKind;
  targetId?: string;
}

/**
 * `DELETE /v1/network-ranges`.
 *
 * @public
 */
export interface NetworkRangeRelease extends ReservationRelease {
  account?: string;
  region?: string;
  name?: string;
}
