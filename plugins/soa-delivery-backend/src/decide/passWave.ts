import type { DecisionContext } from './DecisionContext';
import type { Draft } from './Draft';
import { fail } from './noteFailure';
import type { PlacedWave } from './stages';

/**
 * Lets a wave whose runs have all ended bake, and pass once its checks do.
 *
 * @returns whether it has passed
 */
export function passWave(
  draft: Draft,
  { wave, stage, stageIndex, number }: PlacedWave,
  { now }: DecisionContext,
): boolean {
  const record = draft.rollout.waves[wave];
  const at = now.toISOString();
  const { environment } = stage;
  if (!record.appliedAt) {
    const hasApplied = draft.rollout.targets.some(
      target => target.wave === wave && target.state === 'applied',
    );
    draft.setWave(wave, {
      appliedAt: at,
      // There is nothing to watch of what has not been applied, or is gone.
      ...(hasApplied && {
        bakeUntil: new Date(
          now.getTime() + stage.bakeSeconds * 1_000,
        ).toISOString(),
        checks: stage.checks.map(check => ({ check, state: 'waiting' })),
        ...(stage.checks.length > 0 && { nextCheckAt: at }),
      }),
    });
  }
  const { checks = [], bakeUntil = at } = record;
  const broken = checks.find(({ state }) => state === 'failed');
  if (broken) {
    const failure = `${environment}, wave ${number}: ${
      broken.message ?? 'a check has failed'
    }`.replace(/\.$/, '');
    draft.setWave(wave, { failedAt: at, nextCheckAt: undefined });
    draft.tell({
      kind: 'wave-failed',
      environment,
      wave: number,
      comment: broken.message,
    });
    fail(draft, stageIndex, failure);
    return false;
  }
  const isWatched =
    at < bakeUntil ||
    checks.some(({ state }) => state !== 'passing' && state !== 'passed');
  if (isWatched) {
    return false;
  }
  draft.setWave(wave, {
    passedAt: at,
    nextCheckAt: undefined,
    checks: checks.map(check => ({ ...check, state: 'passed' })),
  });
  draft.tell({ kind: 'wave-passed', environment, wave: number });
  return true;
}
