import type {
  RolloutApprovalState,
  RolloutCheckResult,
  RolloutStageProgress,
  RolloutState,
  RolloutTargetState,
  RolloutWaveState,
} from '@backstage-soa/plugin-soa-common';
import type { StateTone } from '@backstage-soa/plugin-soa-react';

/** How good the news of a rollout's state are. */
export const ROLLOUT_TONES: Record<RolloutState, StateTone> = {
  running: 'attention',
  paused: 'neutral',
  canceling: 'attention',
  'rolling-back': 'attention',
  applied: 'good',
  destroyed: 'good',
  failed: 'bad',
  canceled: 'neutral',
  'rolled-back': 'bad',
};

/** How good the news of a stage's state are. */
export const STAGE_TONES: Record<RolloutStageProgress['state'], StateTone> = {
  waiting: 'neutral',
  approval: 'attention',
  running: 'attention',
  passed: 'good',
  failed: 'bad',
  stopped: 'neutral',
  skipped: 'neutral',
};

/** How good the news of a wave's state are. */
export const WAVE_TONES: Record<RolloutWaveState, StateTone> = {
  waiting: 'neutral',
  running: 'attention',
  baking: 'attention',
  checking: 'attention',
  passed: 'good',
  failed: 'bad',
  stopped: 'neutral',
  skipped: 'neutral',
};

/** How good the news of a check are. */
export const CHECK_TONES: Record<RolloutCheckResult['state'], StateTone> = {
  waiting: 'neutral',
  passing: 'good',
  failing: 'bad',
  passed: 'good',
  failed: 'bad',
};

/** How good the news of a decision are. */
export const APPROVAL_TONES: Record<RolloutApprovalState, StateTone> = {
  pending: 'neutral',
  open: 'attention',
  approved: 'good',
  rejected: 'bad',
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
  'rolling-back': 'attention',
  'rolled-back': 'neutral',
  destroying: 'attention',
  destroyed: 'neutral',
};
