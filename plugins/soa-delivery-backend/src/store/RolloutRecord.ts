import type {
  RolloutOperation,
  RolloutState,
} from '@backstage-soa/plugin-soa-common';
import type { ResolvedStage } from '../plan';
import type { ApprovalRecord } from './ApprovalRecord';
import type { TargetRecord } from './TargetRecord';
import type { WaveRecord } from './WaveRecord';

/** A rollout as it is listed: what becomes of its placements is kept apart. */
export interface ListedRollout {
  id: string;
  componentRef: string;
  initiator: string;
  /** The group that owned the component when it began. */
  owner?: string;
  operation: RolloutOperation;
  state: RolloutState;
  sourceUrl: string;
  message?: string;
  createdAt: string;
  updatedAt: string;
  endedAt?: string;
}

/**
 * What gets back what it had before: the stage that has failed, or all that has been
 * applied.
 */
export type Undo = 'stage' | 'all';

/** A rollout, as it is kept. */
export interface RolloutRecord extends ListedRollout {
  /** The component's in the catalog when it began; one made again has another. */
  componentUid?: string;
  /** Counts changes of it, and of all that belongs to it. */
  version: number;
  /** Whether the component leaves the catalog once all is destroyed. */
  unregister: boolean;
  /** Whether nothing of it begins before it has its accounts for itself. */
  exclusive: boolean;
  stages: ResolvedStage[];
  /** Whether all that can be is planned: nothing is applied before. */
  planned: boolean;
  /** Why it stops, as a sentence: what has not begun to apply is ended. */
  failure?: string;
  /** What happens once it has stopped. */
  undo?: Undo;
  /** Of `stages`. */
  failedStage?: number;
  targets: TargetRecord[];
  /** In their order; all stages' waves are numbered through. */
  waves: WaveRecord[];
  approvals: ApprovalRecord[];
}

/** What a decision changes of a rollout. */
export type RolloutFieldsChange = Partial<
  Pick<
    RolloutRecord,
    | 'state'
    | 'planned'
    | 'failure'
    | 'undo'
    | 'failedStage'
    | 'message'
    | 'endedAt'
  >
>;

/** States in which it is taken further. */
export const ACTIVE_STATES: readonly RolloutState[] = [
  'running',
  'paused',
  'canceling',
  'rolling-back',
];
