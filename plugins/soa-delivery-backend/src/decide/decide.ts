import { parseEntityRef } from '@backstage/catalog-model';
import type { RolloutChange, RolloutRecord } from '../store';
import type { DecisionContext } from './DecisionContext';
import { askForDestroys, isRefused } from './destroyApprovals';
import { Draft } from './Draft';
import { fail, noteFailure } from './noteFailure';
import { beginPlans } from './plans';
import { stop } from './stop';
import { walkBack } from './walkBack';
import { walkWaves } from './walkWaves';

/**
 * What is to become of a rollout now, as far as that can be told without asking
 * anybody: what begins, passes, stops and ends. It is kept as a whole, or not at all.
 *
 * @returns `undefined` if it is to stay as it is
 */
export function decide(
  rollout: RolloutRecord,
  context: DecisionContext,
): RolloutChange | undefined {
  const draft = new Draft(rollout);
  let before: number;
  do {
    before = draft.changes;
    decideOnce(draft, context);
  } while (draft.changes > before);
  return draft.changes > 0 ? draft.change : undefined;
}

function decideOnce(draft: Draft, context: DecisionContext): void {
  const { rollout } = draft;
  switch (rollout.state) {
    case 'running':
      if (!rollout.failure) {
        noteRejection(draft);
      }
      if (!rollout.failure) {
        noteFailure(draft);
      }
      if (rollout.failure) {
        stop(draft);
        return;
      }
      askForDestroys(draft, context);
      refuseTargets(draft);
      beginPlans(draft, context);
      walkWaves(draft, context);
      return;
    case 'canceling':
      stop(draft);
      return;
    case 'rolling-back':
      walkBack(draft, context);
      return;
    default:
  }
}

function noteRejection(draft: Draft): void {
  const { rollout } = draft;
  const rejected = rollout.approvals.find(
    ({ kind, state }) => kind === 'stage' && state === 'rejected',
  );
  if (rejected) {
    const { environment } = rollout.stages[rejected.stage];
    const { decidedBy, comment } = rejected;
    const words = comment ? `: ${comment.replace(/\.$/, '')}` : '';
    fail(
      draft,
      rejected.stage,
      `${environment} was rejected by ${
        parseEntityRef(decidedBy!).name
      }${words}`,
    );
  }
}

/** Those that wait are not begun any more; the runs of the others are ended. */
function refuseTargets(draft: Draft): void {
  const { rollout } = draft;
  for (const target of rollout.targets) {
    if (target.state === 'waiting' && isRefused(rollout, target)) {
      draft.setTarget(target, {
        state: 'canceled',
        error: 'Somebody rejected that it loses resources that hold data.',
      });
    }
  }
}
