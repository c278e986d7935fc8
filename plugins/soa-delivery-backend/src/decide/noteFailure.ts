import type { ResolvedStage } from '../plan';
import type { Draft } from './Draft';
import { stageIndexOf } from './stages';
import { hasEnded, isUndone } from './targetStates';

const MOST_NAMES = 5;

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
    const names = bad.slice(0, MOST_NAMES).map(target => target.placement.key);
    const more = bad.length - names.length;
    const named = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    if (bad.some(({ state }) => state === 'failed')) {
      fail(
        draft,
        index,
        `${stage.environment}: ${named} failed${
          stage.failureTolerance > 0
            ? `, and ${stage.failureTolerance} of ${own.length} may`
            : ''
        }`,
      );
    } else {
      draft.set({
        state: 'canceling',
        failure: `${stage.environment}: somebody stopped ${named}`,
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
