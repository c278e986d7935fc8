import type { ResolvedStage } from '../plan';
import type { Draft } from './Draft';
import { stageIndexOf } from './stages';
import { hasEnded, isUndone } from './targetStates';

/** Has a rollout stop for whose placements more have failed than may. */
export function noteFailure(draft: Draft): void {
  const { rollout } = draft;
  for (const [index, stage] of rollout.stages.entries()) {
    const own = rollout.targets.filter(
      target => stageIndexOf(rollout, target) === index,
    );
    const bad = own.filter(
      target =>
        hasEnded(target) &&
        !isUndone(rollout, target) &&
        (target.state === 'failed' || target.state === 'canceled'),
    );
    if (bad.length <= stage.failureTolerance) {
      continue;
    }
    const of = `${stage.environment}: ${bad.length} of ${own.length}`;
    if (bad.some(({ state }) => state === 'failed')) {
      const tolerated =
        stage.failureTolerance > 0
          ? `, and no more than ${stage.failureTolerance} may`
          : '';
      fail(draft, index, `${of} placements failed${tolerated}`);
    } else {
      draft.set({
        state: 'canceling',
        failure: `${of} placements were stopped by somebody`,
        failedStage: index,
      });
    }
    return;
  }
}

/** Has a rollout stop, and do what its stage says of failures. */
export function fail(draft: Draft, stageIndex: number, failure: string): void {
  const { rollout } = draft;
  draft.set({
    failure,
    failedStage: stageIndex,
    ...(rollout.operation === 'apply' &&
      undoes(rollout.stages[stageIndex]) && { undo: 'stage' }),
  });
}

function undoes({ onFailure }: ResolvedStage): boolean {
  return onFailure !== 'stop';
}
