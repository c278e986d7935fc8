import type { RolloutState } from '@backstage-soa/plugin-soa-common';
import type { TargetRecord } from './TargetRecord';

/** A rollout, as it is kept. */
export interface RolloutRecord {
  id: string;
  componentRef: string;
  initiator: string;
  state: RolloutState;
  sourceUrl: string;
  message?: string;
  createdAt: string;
  updatedAt: string;
  endedAt?: string;
  targets: TargetRecord[];
}
