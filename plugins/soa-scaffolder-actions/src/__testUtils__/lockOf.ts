import type { SoaLock } from '@backstage-soa/plugin-soa-common';

/** The lock of an account, held by a task. */
export function lockOf(change: Partial<SoaLock> = {}): SoaLock {
  return {
    id: 'lock-1',
    target: { kind: 'account', id: '111122223333' },
    owner: { kind: 'task', componentRef: 'component:default/orders', id: 't' },
    state: 'held',
    ahead: 0,
    requestedBy: 'user:default/guest',
    requestedAt: '2026-11-27T10:00:00.000Z',
    leaseEndsAt: '2026-11-27T11:00:00.000Z',
    mayRelease: true,
    ...change,
  };
}
