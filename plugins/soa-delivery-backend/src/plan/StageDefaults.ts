import type { RolloutStageSettings } from '@backstage-soa/plugin-soa-common';

/** What the organisation says of the stages of an environment. */
export interface StageDefaults {
  /** What a plan that says nothing else gets. */
  defaults: RolloutStageSettings;
  /** What holds whatever a plan says: it may be stricter, and not less strict. */
  required: RolloutStageSettings;
}
