import type { RolloutState } from '@backstage-soa/plugin-soa-common';
import type { TargetRecord } from '../store';

const MOST_NAMES = 5;

/** How a rollout ends whose targets have all ended, and what was and was not done. */
export function rolloutEnd(targets: readonly TargetRecord[]): {
  state: RolloutState;
  message: string;
} {
  const named = (state: TargetRecord['state']) => {
    const keys = targets
      .filter(target => target.state === state)
      .map(({ placement }) => placement.key);
    const names = keys.slice(0, MOST_NAMES).join(', ');
    const more = keys.length - MOST_NAMES;
    return more > 0 ? `${names} and ${more} more` : names;
  };
  const failed = named('failed');
  const canceled = named('canceled');
  const applied = named('applied');
  const skipped = named('skipped');
  if (!failed && !canceled) {
    return {
      state: 'applied',
      message:
        targets.length === 1
          ? 'The placement is applied.'
          : `All ${targets.length} placements are applied.`,
    };
  }
  const parts = [
    failed && `failed: ${failed}`,
    canceled && `canceled: ${canceled}`,
    applied ? `applied: ${applied}` : 'nothing was applied',
    skipped && `not begun: ${skipped}`,
  ];
  const sentence = parts.filter(part => part).join('; ');
  return {
    state: failed ? 'failed' : 'canceled',
    message: `${sentence[0].toUpperCase()}${sentence.slice(1)}.`,
  };
}
