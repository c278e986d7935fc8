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

/** All decisions that a rollout needs: those that are open first, then in its order. */
export function approvalsOf({ stages }: Pick<Rollout, 'stages'>) {
  const all = stages.flatMap(({ approval, waves }): ApprovalOfTargets[] => {
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
  const isOpen = ({ approval }: ApprovalOfTargets) => approval.state === 'open';
  return [
    ...all.filter(isOpen),
    ...all.filter(approval => !isOpen(approval)),
  ];
}
