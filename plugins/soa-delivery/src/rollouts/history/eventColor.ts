import type { RolloutEvent } from '@backstage-soa/plugin-soa-common';

const GOOD: readonly RolloutEvent['kind'][] = [
  'planned',
  'stage-approved',
  'destroy-approved',
  'wave-passed',
];
const BAD: readonly RolloutEvent['kind'][] = [
  'stage-rejected',
  'destroy-rejected',
  'wave-failed',
  'cancel-requested',
  'rollback-requested',
  'rollback-begun',
];

/** The colour of a point in the history; the words beside it say the same. */
export function eventColor(kind: RolloutEvent['kind']): string {
  if (GOOD.includes(kind)) {
    return 'var(--bui-positive-fg-subdued)';
  }
  return BAD.includes(kind)
    ? 'var(--bui-negative-fg-subdued)'
    : 'var(--bui-fg-secondary)';
}
