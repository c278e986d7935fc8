import type { Draft } from './Draft';
import { end } from './end';
import { hasEnded } from './targetStates';
import { beginUndo } from './undo';

/**
 * Lets nothing more begin. What has begun to apply goes on to its end: Terraform that
 * is interrupted leaves resources behind that no state knows.
 */
export function stop(draft: Draft): void {
  const { rollout } = draft;
  for (const target of rollout.targets) {
    if (target.state === 'waiting') {
      draft.setTarget(target, { state: 'skipped', nextAttemptAt: undefined });
    } else if (
      (target.state === 'preparing' || target.state === 'uploading') &&
      !target.runRequestedAt
    ) {
      draft.setTarget(target, {
        state: target.phase === 'plan' ? 'skipped' : 'canceled',
        nextAttemptAt: undefined,
      });
    }
  }
  if (!rollout.targets.every(hasEnded)) {
    return;
  }
  if (!beginUndo(draft)) {
    end(draft, rollout.state === 'canceling' ? 'canceled' : 'failed');
  }
}
