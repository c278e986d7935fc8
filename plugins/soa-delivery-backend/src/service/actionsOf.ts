import type { RolloutAction } from '@backstage-soa/plugin-soa-common';
import { undoable } from '../decide';
import type { RolloutRecord } from '../store';

/** What can be done with a rollout now, by whoever may. */
export function actionsOf(rollout: RolloutRecord): RolloutAction[] {
  const canRollBack = undoable({ ...rollout, undo: 'all' }).length > 0;
  const rollback: RolloutAction[] = canRollBack ? ['rollback'] : [];
  switch (rollout.state) {
    case 'running':
      // One that stops does so by itself.
      return rollout.failure ? [] : ['pause', 'cancel', ...rollback];
    case 'paused':
      return ['resume', 'cancel', ...rollback];
    case 'applied':
    case 'failed':
    case 'canceled':
      return rollback;
    default:
      return [];
  }
}
