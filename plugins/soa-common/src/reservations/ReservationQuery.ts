import type { LockRelease, NetworkRangeRelease } from './ReservationRelease';

/**
 * A page of a list of reservations.
 *
 * @public
 */
export interface ReservationPage {
  cursor?: string;
  /** 50 if absent, 200 at most. */
  limit?: number;
}

/**
 * `GET /v1/locks`: which of them.
 *
 * @public
 */
export interface LockQuery extends LockRelease, ReservationPage {
  state?: 'held' | 'waiting';
}

/**
 * `GET /v1/network-ranges`: which of them.
 *
 * @public
 */
export interface NetworkRangeQuery
  extends NetworkRangeRelease,
    ReservationPage {
  pool?: string;
}
