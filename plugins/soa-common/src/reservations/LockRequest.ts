import type { LockTarget } from './LockTarget';
import type { ReservationOwner } from './ReservationOwner';
import type { ReservationPurpose } from './ReservationPurpose';

/**
 * `POST /v1/locks`: asks for a lock, or for a place in its queue. The same owner
 * asking again gets the same, and its lease begins anew.
 *
 * @public
 */
export interface LockRequest {
  target: LockTarget;
  owner: ReservationOwner;
  /** Needed where the component does not declare a placement in the account yet. */
  purpose?: ReservationPurpose;
  /** How long it is held without asking again; the configured time if absent. */
  leaseSeconds?: number;
  /** Whether only to say what would come of it. */
  dryRun?: boolean;
}
