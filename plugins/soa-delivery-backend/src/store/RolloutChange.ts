import type { ApprovalChange, ApprovalRecord } from './ApprovalRecord';
import type { EventRecord } from './EventRecord';
import type { RolloutFieldsChange } from './RolloutRecord';
import type { TargetChange } from './TargetRecord';
import type { WaveChange } from './WaveRecord';

/** What a decision changes at once, or not at all. */
export interface RolloutChange {
  rollout?: RolloutFieldsChange;
  /** By their positions. */
  targets?: ReadonlyMap<number, TargetChange>;
  /** By their numbers. */
  waves?: ReadonlyMap<number, WaveChange>;
  /** By their ids. */
  approvals?: ReadonlyMap<string, ApprovalChange>;
  newApprovals?: readonly ApprovalRecord[];
  events?: readonly EventRecord[];
}
