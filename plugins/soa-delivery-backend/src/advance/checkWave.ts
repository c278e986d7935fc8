import { runChecks } from '../checks';
import { wavesOf } from '../decide';
import type { PlacedWave } from '../decide';
import type { RolloutRecord } from '../store';
import type { AdvancerOptions } from './AdvancerOptions';
import { keepChange } from './keepChange';

const CHECK_EVERY_MS = 15_000;

/**
 * Looks whether what is being watched is well, where it is time to.
 *
 * @returns whether it was
 */
export async function checkWave(
  decided: RolloutRecord,
  {
    store,
    checks,
    now,
    signal,
  }: Pick<AdvancerOptions, 'store' | 'checks'> & {
    now: Date;
    signal?: AbortSignal;
  },
): Promise<boolean> {
  if (!watchedWave(decided, now)) {
    return false;
  }
  // Steps may have been taken since.
  const rollout = (await store.get(decided.id))!;
  const placed = watchedWave(rollout, now);
  if (!placed) {
    return true;
  }
  const { wave } = placed;
  const results = await runChecks(
    rollout.waves[wave].checks!,
    rollout.targets.filter(target => target.wave === wave),
    { ...checks, signal, now },
  );
  const nextCheckAt = new Date(now.getTime() + CHECK_EVERY_MS).toISOString();
  await keepChange(store, rollout, {
    waves: new Map([[wave, { checks: results, nextCheckAt }]]),
  });
  return true;
}

function watchedWave(
  rollout: RolloutRecord,
  now: Date,
): PlacedWave | undefined {
  return rollout.state === 'running' && !rollout.failure
    ? wavesOf(rollout).find(({ wave }) => {
        const { nextCheckAt, passedAt, checks } = rollout.waves[wave];
        return (
          !passedAt && checks && nextCheckAt && nextCheckAt <= now.toISOString()
        );
      })
    : undefined;
}
