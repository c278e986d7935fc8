export * from './DeployAccess';
export { ROLLOUT_STATES, ROLLOUT_TARGET_STATES } from './Rollout';
export type {
  Rollout,
  RolloutCounts,
  RolloutPreview,
  RolloutRequest,
  RolloutSource,
  RolloutState,
  RolloutSummary,
  RolloutTarget,
  RolloutTargetState,
  RolloutWait,
  RolloutWave,
} from './Rollout';
