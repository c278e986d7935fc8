import type {
  Rollout,
  RolloutSummary,
  RolloutTarget,
  RolloutTargetState,
} from '@backstage-soa/plugin-soa-common';

/** A placement's part in a rollout. */
export function targetOf(
  key: string,
  state: RolloutTargetState,
  change: Partial<RolloutTarget> = {},
): RolloutTarget {
  return {
    placement: {
      environment: 'prod',
      account: '012345678901',
      accountName: 'runtime-ecs-prod',
      region: 'us-east-1',
      runtime: 'ecs-fargate',
      workspace: `acme/orders-${key}`,
      key,
    },
    state,
    ...change,
  };
}

/** A rollout, as it is listed. */
export function summaryOf(
  change: Partial<RolloutSummary> = {},
): RolloutSummary {
  const { waves: _, ...summary } = rolloutOf();
  return { ...summary, ...change };
}

/** A rollout that is under way, or that has come as far as its placements. */
export function rolloutOf(change: Partial<Rollout> = {}): Rollout {
  const targets = change.waves?.flatMap(wave => wave.targets);
  const number = (state: RolloutTargetState) =>
    targets?.filter(target => target.state === state).length ?? 0;
  return {
    id: 'r-1',
    componentRef: 'component:default/orders',
    state: 'running',
    initiator: 'user:default/guest',
    source: { url: 'https://example.com/orders.tar.gz' },
    counts: {
      all: targets?.length ?? 2,
      applied: targets ? number('applied') : 1,
      failed: number('failed'),
      canceled: number('canceled'),
      skipped: number('skipped'),
    },
    waves: [
      {
        targets: [
          targetOf('prod-use1', 'applied', {
            workspaceUrl: 'https://tfc.example/orders-prod-use1',
            run: {
              id: 'run-1',
              status: 'applied',
              url: 'https://tfc.example/run-1',
            },
            plan: { add: 7, change: 1, destroy: 0, import: 2 },
          }),
          targetOf('prod-euw1', 'planning'),
        ],
      },
    ],
    createdAt: '2026-11-20T10:00:00.000Z',
    updatedAt: '2026-11-20T10:01:00.000Z',
    ...change,
  };
}
