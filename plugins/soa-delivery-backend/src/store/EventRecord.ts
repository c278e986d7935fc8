import type { RolloutEvent } from '@backstage-soa/plugin-soa-common';

/** Something that happens to a rollout now; `wave` is counted from 1 in its stage. */
export type EventRecord = Omit<RolloutEvent, 'at'>;
