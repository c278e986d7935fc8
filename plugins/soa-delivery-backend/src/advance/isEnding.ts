import { isEndable, isRefused, isUndone } from '../decide';
import type { RolloutRecord, TargetRecord } from '../store';

/**
 * Whether a target's run is to be ended before anything is applied: the rollout stops,
 * or somebody has rejected what the run would destroy.
 */
export function isEnding(
  rollout: RolloutRecord,
  target: TargetRecord,
): boolean {
  const stops =
    rollout.state === 'canceling' ||
    (rollout.state === 'running' && rollout.failure !== undefined);
  return (
    isEndable(target) &&
    ((stops && !isUndone(rollout, target)) || isRefused(rollout, target))
  );
}
