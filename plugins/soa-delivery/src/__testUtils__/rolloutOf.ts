import type {
  Rollout,
  RolloutApproval,
  RolloutStageProgress,
  RolloutSummary,
  RolloutTarget,
  RolloutTargetState,
  RolloutWave,
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
    pastRuns: [],
    ...change,
  };
}

/** A wave of these placements. */
export function waveOf(
  targets: RolloutTarget[],
  change: Partial<RolloutWave> = {},
): RolloutWave {
  return { state: 'running', checks: [], targets, ...change };
}

/** A stage of these waves. */
export function stageOf(
  waves: RolloutWave[],
  change: Partial<RolloutStageProgress> = {},
): RolloutStageProgress {
  return {
    environment: 'prod',
    state: 'running',
    maxConcurrent: 10,
    failureTolerance: 0,
    bake: 0,
    onFailure: 'stop',
    waves,
    ...change,
  };
}

/** A decision on whether a stage begins, which the viewer may take. */
export function approvalOf(
  change: Partial<RolloutApproval> = {},
): RolloutApproval {
  return {
    id: 'a-1',
    kind: 'stage',
    state: 'open',
    environment: 'prod',
    groups: ['group:default/team-platform'],
    notInitiator: true,
    openedAt: '2026-11-20T10:00:30.000Z',
    mayDecide: true,
    ...change,
  };
}

/** A rollout, as it is listed. */
export function summaryOf(
  change: Partial<RolloutSummary> = {},
): RolloutSummary {
  const { stages: _, events: __, actions: ___, ...summary } = rolloutOf();
  return { ...summary, ...change };
}

/** A rollout of one stage with one wave of these placements. */
export function rolloutOfTargets(
  targets: RolloutTarget[],
  change: Partial<Rollout> = {},
): Rollout {
  return rolloutOf({ stages: [stageOf([waveOf(targets)])], ...change });
}

/** A rollout that is under way, or that has come as far as its placements. */
export function rolloutOf(change: Partial<Rollout> = {}): Rollout {
  const stages = change.stages ?? [
    stageOf([
      waveOf([
        targetOf('prod-use1', 'applied', {
          workspaceUrl: 'https://tfc.example/orders-prod-use1',
          run: {
            purpose: 'apply',
            id: 'run-1',
            status: 'applied',
            url: 'https://tfc.example/run-1',
          },
          plan: { add: 7, change: 1, destroy: 0, import: 2 },
        }),
        targetOf('prod-euw1', 'planning'),
      ]),
    ]),
  ];
  const targets = stages
    .flatMap(({ waves }) => waves)
    .flatMap(wave => wave.targets);
  const number = (state: RolloutTargetState) =>
    targets.filter(target => target.state === state).length;
  return {
    id: 'r-1',
    componentRef: 'component:default/orders',
    operation: 'apply',
    state: 'running',
    initiator: 'user:default/guest',
    source: { url: 'https://example.com/orders.tar.gz' },
    counts: {
      all: targets.length,
      applied: number('applied'),
      failed: number('failed'),
      canceled: number('canceled'),
      skipped: number('skipped'),
      rolledBack: number('rolled-back'),
      destroyed: number('destroyed'),
    },
    planned: true,
    stages,
    actions: [],
    events: [],
    createdAt: '2026-11-20T10:00:00.000Z',
    updatedAt: '2026-11-20T10:01:00.000Z',
    ...change,
  };
}
