import type { RolloutRecord } from '../store';
import type { AdvancerOptions } from './AdvancerOptions';

/**
 * Whether a rollout has its accounts for itself, where it is to.
 *
 * What has an earlier rollout before it asks for no account: it would have what that
 * one needs. One that is paused before it has begun leaves the queue; later it goes on
 * as it has begun, and others wait.
 *
 * @param taken - the workspaces that earlier rollouts have
 */
export async function takeTurn(
  rollout: RolloutRecord,
  taken: ReadonlySet<string>,
  turns: AdvancerOptions['turns'],
): Promise<boolean> {
  if (!rollout.exclusive) {
    return true;
  }
  const hasBegun = rollout.targets.some(({ state }) => state !== 'waiting');
  if (rollout.state === 'paused' && !hasBegun) {
    await turns.leave(rollout);
    return false;
  }
  const isTaken = rollout.targets.some(({ placement }) =>
    taken.has(placement.workspace),
  );
  return (hasBegun || !isTaken) && turns.take(rollout);
}
