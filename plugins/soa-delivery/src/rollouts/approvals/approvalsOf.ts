import type {
  Rollout,
  RolloutApproval,
  RolloutTarget,
} from '@backstage-soa/plugin-soa-common';

/** A decision, and the placements on which it is. */
export interface ApprovalOfTargets {
  approval: RolloutApproval;
  targets: RolloutTarget[];
}

/** All decisions that a rollout needs, or needed, in its order. */
export function approvalsOf({
  stages,
}: Pick<Rollout, 'stages'>): ApprovalOfTargets[] {
  return stages.flatMap(({ approval, waves }) => {
    const targets = waves.flatMap(wave => wave.targets);
    return [
      ...(approval ? [{ approval, targets }] : []),
      ...targets.flatMap(target =>
        target.approval
          ? [{ approval: target.approval, targets: [target] }]
          : [],
      ),
    ];
  });
}
