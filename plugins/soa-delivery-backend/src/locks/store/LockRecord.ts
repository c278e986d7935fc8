import type {
  LockTarget,
  ReservationOwner,
} from '@backstage-soa/plugin-soa-common';
import { toOwner } from '../../reservations';
import type { OwnerColumns } from '../../reservations';

/** A lock, or a place in the queue for one, as it is kept. */
export interface LockRecord {
  id: string;
  /** The order of the queue. */
  seq: number;
  target: LockTarget;
  owner: ReservationOwner;
  requestedBy: string;
  requestedAt: string;
  /** Absent for one that waits. */
  heldSince?: string;
  expiresAt: string;
  missingSince?: string;
}

/** A lock with where it stands. */
export interface PlacedLock extends LockRecord {
  ahead: number;
  /** Absent for who holds it, and where nobody does. */
  holder?: ReservationOwner;
}

export interface LockRow extends OwnerColumns {
  seq: number;
  id: string;
  target_kind: string;
  target_id: string;
  requested_by: string;
  requested_at: string;
  lease_seconds: number;
  held_since: string | null;
  expires_at: string;
  missing_since: string | null;
}

export interface PlacedRow extends LockRow {
  /** PostgreSQL counts further than numbers go. */
  ahead: number | string;
  holder_kind: string | null;
  holder_component: string | null;
  holder_id: string | null;
}

export function toLock(row: LockRow): LockRecord {
  return {
    id: row.id,
    seq: row.seq,
    target: {
      kind: row.target_kind as LockTarget['kind'],
      id: row.target_id,
    },
    owner: toOwner(row),
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    heldSince: row.held_since ?? undefined,
    expiresAt: row.expires_at,
    missingSince: row.missing_since ?? undefined,
  };
}

export function toPlacedLock(row: PlacedRow): PlacedLock {
  return {
    ...toLock(row),
    ahead: Number(row.ahead),
    holder:
      row.held_since || !row.holder_kind
        ? undefined
        : toOwner({
            owner_kind: row.holder_kind,
            component_ref: row.holder_component!,
            owner_id: row.holder_id!,
          }),
  };
}
