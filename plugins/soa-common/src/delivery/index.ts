export { ROLLOUT_STATES, ROLLOUT_TARGET_STATES } from './Rollout';
export type {
  Rollout,
  RolloutRequest,
  RolloutSource,
  RolloutState,
  RolloutTarget,
  RolloutTargetState,
  RolloutWave,
} from './Rollout';
