import type { RolloutCounts } from '@backstage-soa/plugin-soa-common';
import type { TargetRecord } from './TargetRecord';

/** @param states - the states of targets, and how many are in each */
export function countTargets(
  states: Iterable<{ state: TargetRecord['state']; number: number }>,
): RolloutCounts {
  const counts = { all: 0, applied: 0, failed: 0, canceled: 0, skipped: 0 };
  for (const { state, number } of states) {
    counts.all += number;
    if (state in counts) {
      counts[state as keyof RolloutCounts] += number;
    }
  }
  return counts;
}
