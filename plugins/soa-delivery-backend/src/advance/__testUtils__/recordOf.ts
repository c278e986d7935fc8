import { rolloutWish } from '../../__testUtils__/rolloutWish';
import type { RolloutRecord, TargetRecord } from '../../store';

/** A rollout of `orders` that runs, as it is kept. */
export function recordOf(
  targets: TargetRecord[],
  change: Partial<RolloutRecord> = {},
): RolloutRecord {
  return {
    id: 'rollout-1',
    componentRef: 'component:default/orders',
    initiator: 'user:default/guest',
    operation: 'apply',
    state: 'running',
    sourceUrl: 'https://code.example/shop/orders/archive/1.tar.gz',
    createdAt: '2026-11-20T10:00:00.000Z',
    updatedAt: '2026-11-20T10:00:00.000Z',
    version: 0,
    unregister: false,
    exclusive: false,
    stages: rolloutWish().stages,
    planned: true,
    targets,
    waves: [{ wave: 0, begunAt: '2026-11-20T10:00:00.000Z' }],
    approvals: [],
    ...change,
  };
}
