import type { ReservationOwner } from './ReservationOwner';
import type { ReservationPurpose } from './ReservationPurpose';

/**
 * `POST /v1/network-ranges`: asks for a range. The same owner asking for the same
 * name in the same account and Region gets the same range.
 *
 * @public
 */
export interface NetworkRangeRequest {
  account: string;
  region: string;
  owner: ReservationOwner;
  /** Needed where the component does not declare a placement there yet. */
  purpose?: ReservationPurpose;
  /** `vpc` if absent. */
  name?: string;
  /** The first that is for such places if absent. */
  pool?: string;
  /** The pool's own if absent. */
  prefixLength?: number;
  /** Whether only to say what would come of it. */
  dryRun?: boolean;
}
