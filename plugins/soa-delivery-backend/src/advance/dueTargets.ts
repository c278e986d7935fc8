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

/** The targets of a rollout that may go on at a time. */
export function dueTargets(
  targets: readonly TargetRecord[],
  options: { maxConcurrent: number; at: Date; holds: AccessHolds },
): TargetRecord[] {
  // Those that wait for deploy access keep no other from its turn.
  const waiting = targets.filter(
    ({ state, placement }) =>
      state === 'waiting' && !options.holds.holds(placement),
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
