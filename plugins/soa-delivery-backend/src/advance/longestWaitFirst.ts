import type { RolloutRecord } from '../store';

/**
 * First those that nothing has held up yet, then those that have waited longest to be
 * tried again: a host that does not answer keeps nobody else from their turn.
 */
export function longestWaitFirst(
  rollouts: readonly RolloutRecord[],
): RolloutRecord[] {
  return rollouts
    .map(rollout => {
      const times = rollout.targets
        .filter(({ failedAttempts }) => failedAttempts > 0)
        .map(({ nextAttemptAt }) => nextAttemptAt ?? '')
        .sort();
      return { rollout, dueAt: times[times.length - 1] ?? '' };
    })
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : Number(a.dueAt > b.dueAt)))
    .map(({ rollout }) => rollout);
}
