export type { ApprovalRecord } from './ApprovalRecord';
export { countTargets } from './countTargets';
export type { EventRecord } from './EventRecord';
export type { RolloutWish } from './insertRollout';
export type { RolloutChange } from './RolloutChange';
export { ACTIVE_STATES } from './RolloutRecord';
export type { ListedRollout, RolloutRecord, Undo } from './RolloutRecord';
export { RolloutStore } from './RolloutStore';
export { END_STATES } from './TargetRecord';
export type {
  EndState,
  PastRun,
  TargetChange,
  TargetRecord,
  TargetState,
} from './TargetRecord';
export type { CheckRecord, WaveChange, WaveRecord } from './WaveRecord';
