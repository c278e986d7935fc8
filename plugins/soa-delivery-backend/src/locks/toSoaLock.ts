import type { SoaLock } from '@backstage-soa/plugin-soa-common';
import type { PlacedLock } from './store';

/** A lock as it is served to somebody. */
export function toSoaLock(
  lock: PlacedLock,
  options: { mayRelease: boolean; showsHolder: boolean },
): SoaLock {
  const { id, target, owner, ahead, holder, heldSince } = lock;
  return {
    id,
    target,
    owner,
    state: heldSince ? 'held' : 'waiting',
    ahead,
    holder: options.showsHolder ? holder : undefined,
    requestedBy: lock.requestedBy,
    requestedAt: lock.requestedAt,
    heldSince,
    leaseEndsAt: lock.expiresAt,
    mayRelease: options.mayRelease,
  };
}
