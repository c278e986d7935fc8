import type { RolloutState } from '@backstage-soa/plugin-soa-common';
import type { RolloutRecord, TargetState } from '../store';

const MOST_NAMES = 5;

/** What was and was not done by a rollout that ends, in sentences. */
export function endMessage(
  { targets, failure }: Pick<RolloutRecord, 'targets' | 'failure'>,
  end: RolloutState,
): string {
  const named = (state: TargetState) => {
    const keys = targets
      .filter(target => target.state === state)
      .map(({ placement }) => placement.key);
    const names = keys.slice(0, MOST_NAMES).join(', ');
    const more = keys.length - MOST_NAMES;
    return more > 0 ? `${names} and ${more} more` : names;
  };
  const all = targets.length;
  const done = end === 'destroyed' ? 'destroyed' : 'applied';
  if (targets.every(({ state }) => state === done)) {
    const what =
      all === 1
        ? `The placement is ${done}.`
        : `All ${all} placements are ${done}.`;
    return failure ? `${failure}. ${what}` : what;
  }
  const parts = (
    [
      ['failed', 'failed'],
      ['canceled', 'canceled'],
      ['rolled-back', 'rolled back'],
      ['destroyed', 'destroyed'],
      ['applied', 'applied'],
      ['skipped', 'not begun'],
    ] as const
  ).flatMap(([state, words]) => {
    const names = named(state);
    return names ? [`${words}: ${names}`] : [];
  });
  const wasDone = targets.some(({ state }) =>
    ['applied', 'rolled-back', 'destroyed'].includes(state),
  );
  const sentence = [...parts, ...(wasDone ? [] : ['nothing was applied'])].join(
    '; ',
  );
  const outcome = `${sentence[0].toUpperCase()}${sentence.slice(1)}.`;
  return failure ? `${failure}. ${outcome}` : outcome;
}
