import type { RolloutState } from '@backstage-soa/plugin-soa-common';
import type { TargetRecord } from './TargetRecord';

/** A rollout as it is listed: what becomes of its placements is kept apart. */
export interface ListedRollout {
  id: string;
  componentRef: string;
  initiator: string;
  state: RolloutState;
  sourceUrl: string;
  message?: string;
  createdAt: string;
  updatedAt: string;
  endedAt?: string;
}

/** A rollout, as it is kept. */
export interface RolloutRecord extends ListedRollout {
  targets: TargetRecord[];
}
