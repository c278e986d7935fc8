import type { RolloutRecord, TargetRecord } from '../store';
import type { DecisionContext } from './DecisionContext';
import type { Draft } from './Draft';
import { hasEnded } from './targetStates';

/** Whether it is known what a target would change, or that it cannot be known yet. */
function hasLooked({
  state,
  pastRuns,
  plan,
  planError,
  ...of
}: TargetRecord): boolean {
  return (
    hasEnded({ state, ...of }) ||
    state === 'confirming' ||
    state === 'applying' ||
    state === 'deleting' ||
    plan !== undefined ||
    planError !== undefined ||
    pastRuns.some(({ purpose }) => purpose === 'plan')
  );
}

/** How many targets are being planned before the first is applied. */
export function plansUnderWay({ targets }: RolloutRecord): number {
  return targets.filter(
    target => !hasLooked(target) && target.state !== 'waiting',
  ).length;
}

/**
 * Plans what is not about to be applied. What waits for deploy access cannot be
 * planned, and keeps nobody else.
 */
export function beginPlans(draft: Draft, context: DecisionContext): void {
  const { rollout } = draft;
  let free = context.plansAtOnce - plansUnderWay(rollout);
  for (const target of rollout.targets) {
    if (free <= 0) {
      break;
    }
    if (
      context.isAlone &&
      target.phase === 'plan' &&
      target.state === 'waiting' &&
      !context.holds.holds(target.placement)
    ) {
      draft.setTarget(target, { state: 'preparing' });
      free -= 1;
    }
  }
  const { planned, targets } = rollout;
  if (
    !planned &&
    targets.some(hasLooked) &&
    targets.every(
      target =>
        hasLooked(target) ||
        (target.state === 'waiting' && context.holds.holds(target.placement)),
    )
  ) {
    draft.set({ planned: true });
    draft.tell({ kind: 'planned' });
  }
}
