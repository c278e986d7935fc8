import type { RolloutCounts } from '@backstage-soa/plugin-soa-common';

/** How many placements have got what the rollout is for. */
export function doneOf({ applied, destroyed }: RolloutCounts): number {
  return applied + destroyed;
}
