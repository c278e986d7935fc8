import type { ApprovalRecord, RolloutRecord, TargetRecord } from '../store';
import type { DecisionContext } from './DecisionContext';
import type { Draft } from './Draft';
import { stageIndexOf } from './stages';
import { hasEnded, isUndone } from './targetStates';

/**
 * What a target in production loses that holds data, and that somebody has to approve.
 *
 * @returns addresses, which are empty if they cannot be read; `undefined` if there is
 *   nothing to approve
 */
function destroyedBy(
  rollout: RolloutRecord,
  target: TargetRecord,
): string[] | undefined {
  const { production } = rollout.stages[stageIndexOf(rollout, target)];
  const { plan, undoPlan } = target;
  const { destroy = 0, statefulDestroys } =
    (isUndone(rollout, target) ? undoPlan : plan) ?? {};
  if (!production || destroy === 0 || statefulDestroys?.length === 0) {
    return undefined;
  }
  return statefulDestroys ?? [];
}

/** The approval of what a target loses now; a newer plan may need another. */
export function destroyApprovalOf(
  rollout: RolloutRecord,
  target: TargetRecord,
): ApprovalRecord | undefined {
  const resources = destroyedBy(rollout, target);
  return (
    resources &&
    rollout.approvals.find(
      approval =>
        approval.kind === 'destroy' &&
        approval.position === target.position &&
        covers(approval, resources),
    )
  );
}

/** Whether nothing keeps a target's run from being confirmed. */
export function mayLose(rollout: RolloutRecord, target: TargetRecord): boolean {
  return (
    destroyedBy(rollout, target) === undefined ||
    destroyApprovalOf(rollout, target)?.state === 'approved'
  );
}

/** Whether somebody has refused what a target would lose. */
export function isRefused(
  rollout: RolloutRecord,
  target: TargetRecord,
): boolean {
  return destroyApprovalOf(rollout, target)?.state === 'rejected';
}

/** Asks for what nobody was asked for yet. */
export function askForDestroys(draft: Draft, context: DecisionContext): void {
  const { rollout } = draft;
  for (const target of rollout.targets) {
    const resources = hasEnded(target)
      ? undefined
      : destroyedBy(rollout, target);
    if (!resources || destroyApprovalOf(rollout, target)) {
      continue;
    }
    const stage = stageIndexOf(rollout, target);
    draft.addApproval({
      id: context.newId(),
      rolloutId: rollout.id,
      kind: 'destroy',
      stage,
      position: target.position,
      resources,
      groups: [...context.destroyApprovers],
      notInitiator: true,
      state: 'open',
      openedAt: context.now.toISOString(),
    });
  }
}

/** Of those that cannot be read, one approval is for all. */
function covers(
  { resources = [] }: ApprovalRecord,
  wanted: readonly string[],
): boolean {
  return wanted.length === 0
    ? resources.length === 0
    : wanted.every(address => resources.includes(address));
}
