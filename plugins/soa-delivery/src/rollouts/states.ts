import type {
  RolloutState,
  RolloutTargetState,
} from '@backstage-soa/plugin-soa-common';
import type { StateTone } from '@backstage-soa/plugin-soa-react';

interface Look {
  tone: StateTone;
  label: string;
}

/** How the state of a rollout is shown. */
export const ROLLOUT_LOOKS: Record<RolloutState, Look> = {
  running: { tone: 'attention', label: 'Running' },
  applied: { tone: 'good', label: 'Applied' },
  failed: { tone: 'bad', label: 'Failed' },
  canceled: { tone: 'neutral', label: 'Canceled' },
};

/** How the state of a placement in a rollout is shown. */
export const TARGET_LOOKS: Record<RolloutTargetState, Look> = {
  waiting: { tone: 'neutral', label: 'Waiting' },
  uploading: { tone: 'attention', label: 'Uploading' },
  planning: { tone: 'attention', label: 'Planning' },
  confirming: { tone: 'attention', label: 'Confirming' },
  applying: { tone: 'attention', label: 'Applying' },
  applied: { tone: 'good', label: 'Applied' },
  failed: { tone: 'bad', label: 'Failed' },
  canceled: { tone: 'neutral', label: 'Canceled' },
  skipped: { tone: 'neutral', label: 'Not begun' },
};
