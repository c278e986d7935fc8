import { isUnderWay } from '../decide';
import { isEnding } from './isEnding';
import type { RolloutRecord, TargetRecord } from '../store';

/** The targets of a rollout of which something may be asked or done now. */
export function dueSteps(rollout: RolloutRecord, now: Date): TargetRecord[] {
  const at = now.toISOString();
  return rollout.targets.filter(
    target =>
      isUnderWay(target) &&
      (rollout.state !== 'paused' || isIrrevocable(target)) &&
      (!target.nextAttemptAt ||
        target.nextAttemptAt <= at ||
        // It is looked at seldom only because nothing was to be done.
        (target.failedAttempts === 0 && isEnding(rollout, target))),
  );
}

/** A run that was asked for goes on by itself, whether anybody looks or not. */
function isIrrevocable({ state, runRequestedAt }: TargetRecord): boolean {
  return state !== 'preparing' && runRequestedAt !== undefined;
}
