import type {
  LockTarget,
  ReservationOwner,
  SoaLock,
} from '@backstage-soa/plugin-soa-common';

/** How a lock, or a place in its queue, is told of in a task's log. */
export function describeLock(lock: SoaLock): string {
  const { target, state, ahead, holder } = lock;
  if (state === 'held') {
    return `${targetInWords(target)}: locked until ${lock.leaseEndsAt}`;
  }
  const holds = holder ? ownerInWords(holder) : 'somebody else';
  return `${targetInWords(
    target,
  )}: waits, with ${ahead} before it; ${holds} holds the lock. Who waits: /soa-delivery/reservations`;
}

export function targetInWords({ kind, id }: LockTarget): string {
  return `${kind} ${id}`;
}

function ownerInWords({ kind, componentRef, id }: ReservationOwner): string {
  return `${kind === 'environment' ? '' : `${kind} `}${id} of ${componentRef}`;
}
