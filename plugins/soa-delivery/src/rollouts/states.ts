import type {
  RolloutState,
  RolloutTargetState,
} from '@backstage-soa/plugin-soa-common';
import type { StateTone } from '@backstage-soa/plugin-soa-react';

/** How good the news of a rollout's state are. */
export const ROLLOUT_TONES: Record<RolloutState, StateTone> = {
  running: 'attention',
  applied: 'good',
  failed: 'bad',
  canceled: 'neutral',
};

/** How good the news of a placement's state in a rollout are. */
export const TARGET_TONES: Record<RolloutTargetState, StateTone> = {
  waiting: 'neutral',
  uploading: 'attention',
  planning: 'attention',
  confirming: 'attention',
  applying: 'attention',
  applied: 'good',
  failed: 'bad',
  canceled: 'neutral',
  skipped: 'neutral',
};
