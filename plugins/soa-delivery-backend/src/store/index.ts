export { countTargets } from './countTargets';
export type { ListedRollout, RolloutRecord } from './RolloutRecord';
export { RolloutStore } from './RolloutStore';
export type { TargetChange, TargetRecord } from './TargetRecord';
