import type { RolloutState } from '@backstage-soa/plugin-soa-common';
import type { TargetRecord } from '../store';

/** How a rollout ends whose targets have all ended, and what was and was not done. */
export function rolloutEnd(targets: readonly TargetRecord[]): {
  state: RolloutState;
  message: string;
} {
  const named = (state: TargetRecord['state']) =>
    targets
      .filter(target => target.state === state)
      .map(({ placement }) => placement.key);
  const applied = named('applied');
  const failed = named('failed');
  const skipped = named('skipped');
  if (failed.length === 0) {
    return {
      state: 'applied',
      message: `All ${applied.length} placements are applied.`,
    };
  }
  const parts = [
    `Failed: ${failed.join(', ')}`,
    applied.length > 0
      ? `applied: ${applied.join(', ')}`
      : 'nothing was applied',
    ...(skipped.length > 0 ? [`not begun: ${skipped.join(', ')}`] : []),
  ];
  return { state: 'failed', message: `${parts.join('; ')}.` };
}
