import type { RolloutCounts } from '@backstage-soa/plugin-soa-common';
import type { TargetState } from './TargetRecord';

const COUNTED: Partial<Record<TargetState, keyof RolloutCounts>> = {
  applied: 'applied',
  failed: 'failed',
  canceled: 'canceled',
  skipped: 'skipped',
  'rolled-back': 'rolledBack',
  destroyed: 'destroyed',
};

/** @param states - the states of targets, and how many are in each */
export function countTargets(
  states: Iterable<{ state: TargetState; number: number }>,
): RolloutCounts {
  const counts = {
    all: 0,
    applied: 0,
    failed: 0,
    canceled: 0,
    skipped: 0,
    rolledBack: 0,
    destroyed: 0,
  };
  for (const { state, number } of states) {
    counts.all += number;
    const counted = COUNTED[state];
    if (counted) {
      counts[counted] += number;
    }
  }
  return counts;
}
