import type { LockTarget } from './LockTarget';
import type { ReservationOwner } from './ReservationOwner';

/**
 * The exclusive use of an account or a hosted zone, or a place in the queue for it.
 *
 * @public
 */
export interface SoaLock {
  id: string;
  target: LockTarget;
  owner: ReservationOwner;
  state: 'held' | 'waiting';
  /** How many are before it: 0 holds it, or is about to. */
  ahead: number;
  /**
   * Who holds it, for one that waits; absent where nobody does, or somebody of whom
   * the caller may not read.
   */
  holder?: ReservationOwner;
  /** The entity reference of who has asked for it. */
  requestedBy: string;
  requestedAt: string;
  heldSince?: string;
  /** Without asking again, it is free, or out of the queue, from then on. */
  leaseEndsAt: string;
  /** Whether the caller may free it. */
  mayRelease: boolean;
}
