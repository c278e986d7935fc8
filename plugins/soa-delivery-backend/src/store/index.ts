export type { RolloutRecord } from './RolloutRecord';
export { RolloutStore } from './RolloutStore';
export type { TargetChange, TargetRecord } from './TargetRecord';
