import type { AccessHolds } from '../access';
import type { RolloutRecord } from '../store';
import { dueTargets, hasEnded, hasStopped } from './dueTargets';

/**
 * The rollouts for which there is something to do at a time: first those that
 * nothing has held up yet, then those that have waited longest to be tried again.
 */
export function dueRollouts(
  rollouts: readonly RolloutRecord[],
  options: { maxConcurrent: number; at: Date; holds: AccessHolds },
): RolloutRecord[] {
  return rollouts
    .flatMap(rollout => {
      const { targets } = rollout;
      const due = dueTargets(targets, options);
      const hasToEnd = targets.every(
        target =>
          hasEnded(target) ||
          (hasStopped(targets) && target.state === 'waiting'),
      );
      const times = due.map(({ nextAttemptAt }) => nextAttemptAt ?? '').sort();
      return due.length > 0 || hasToEnd
        ? [{ rollout, dueAt: times[times.length - 1] ?? '' }]
        : [];
    })
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : Number(a.dueAt > b.dueAt)))
    .map(({ rollout }) => rollout);
}
