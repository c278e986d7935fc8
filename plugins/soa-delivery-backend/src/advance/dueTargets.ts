import type { AccessHolds } from '../access';
import type { TargetRecord } from '../store';

const ENDED: ReadonlyArray<TargetRecord['state']> = [
  'applied',
  'failed',
  'canceled',
  'skipped',
];

/** Whether nothing more happens to a target. */
export function hasEnded({ state }: TargetRecord): boolean {
  return ENDED.includes(state);
}

/** Whether no other target of a rollout begins: one has failed, or was stopped. */
export function hasStopped(targets: readonly TargetRecord[]): boolean {
  return targets.some(
    ({ state }) => state === 'failed' || state === 'canceled',
  );
}

/** The wave that a rollout is at: the earliest that is not all applied. */
export function currentWave(targets: readonly TargetRecord[]): number {
  return Math.min(
    ...targets
      .filter(({ state }) => state !== 'applied')
      .map(({ wave }) => wave),
  );
}

/** The targets of a rollout that may go on at a time. */
export function dueTargets(
  targets: readonly TargetRecord[],
  options: { maxConcurrent: number; at: Date; holds: AccessHolds },
): TargetRecord[] {
  const current = currentWave(targets);
  // Those that wait for deploy access keep no other of their wave from its turn.
  const waiting = targets.filter(
    ({ state, wave, placement }) =>
      state === 'waiting' &&
      wave === current &&
      !options.holds.holds(placement),
  );
  const underWay = targets.filter(
    target => target.state !== 'waiting' && !hasEnded(target),
  );
  const free = hasStopped(targets)
    ? 0
    : Math.max(options.maxConcurrent - underWay.length, 0);
  const at = options.at.toISOString();
  return [...underWay, ...waiting.slice(0, free)].filter(
    ({ nextAttemptAt }) => !nextAttemptAt || nextAttemptAt <= at,
  );
}
