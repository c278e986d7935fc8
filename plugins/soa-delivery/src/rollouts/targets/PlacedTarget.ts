import type { RolloutTarget } from '@backstage-soa/plugin-soa-common';
import type { PlacedWave } from '../picture/wavesOf';

/** A placement in a rollout, and of which wave it is. */
export interface PlacedTarget {
  placed: PlacedWave;
  target: RolloutTarget;
}
