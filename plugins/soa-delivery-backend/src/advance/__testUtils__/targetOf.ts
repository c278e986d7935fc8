import type { TargetRecord } from '../../store';

/** A placement of a rollout that is about to begin. */
export function targetOf(change: Partial<TargetRecord> = {}): TargetRecord {
  return {
    rolloutId: 'rollout-1',
    position: 0,
    wave: 0,
    placement: {
      environment: 'prod',
      account: '111122223333',
      region: 'us-east-1',
      runtime: 'ecs-fargate',
      workspace: 'acme/orders-prod-use1',
      key: 'prod-use1',
      accountName: 'runtime-ecs-prod',
    },
    phase: 'apply',
    state: 'preparing',
    pastRuns: [],
    version: 0,
    failedAttempts: 0,
    ...change,
  };
}
