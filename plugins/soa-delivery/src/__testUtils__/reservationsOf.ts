import type { NetworkRange, SoaLock } from '@backstage-soa/plugin-soa-common';

const owner = {
  kind: 'environment' as const,
  componentRef: 'component:default/orders',
  id: 'prod',
};

/** A lock that is held, or a place in the queue. */
export function lockOf(change: Partial<SoaLock> = {}): SoaLock {
  return {
    id: 'l-1',
    target: { kind: 'account', id: '111122223333' },
    owner,
    state: 'held',
    ahead: 0,
    requestedBy: 'user:default/guest',
    requestedAt: '2026-11-27T10:00:00.000Z',
    leaseEndsAt: '2026-11-27T11:00:00.000Z',
    mayRelease: true,
    ...change,
  };
}

/** A range that is held. */
export function rangeOf(change: Partial<NetworkRange> = {}): NetworkRange {
  return {
    id: 'r-1',
    name: 'vpc',
    pool: 'workloads',
    account: '111122223333',
    region: 'us-east-1',
    owner,
    state: 'held',
    cidr: '10.0.0.0/20',
    requestedBy: 'user:default/guest',
    requestedAt: '2026-11-27T10:00:00.000Z',
    overlaps: [],
    mayRelease: true,
    ...change,
  };
}
