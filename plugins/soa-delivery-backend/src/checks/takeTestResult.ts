import type { RolloutTestResult } from '@backstage-soa/plugin-soa-node';
import { wavesOf } from '../decide';
import type { RolloutChange, RolloutRecord } from '../store';

/**
 * What an integration test's result changes of its rollout. What it has told stays: to
 * hear it again changes nothing.
 *
 * @returns `undefined` if no check waits for it
 */
export function takeTestResult(
  rollout: RolloutRecord,
  { name, result, message, environment, wave }: RolloutTestResult,
  now: Date,
): RolloutChange | undefined {
  const waits = ({
    check,
    state,
  }: {
    check: { type: string };
    state: string;
  }) =>
    check.type === 'webhook' &&
    (check as { name?: string }).name === name &&
    state === 'waiting';
  const placed = wavesOf(rollout).find(
    of =>
      (environment ?? of.stage.environment) === of.stage.environment &&
      (wave ?? of.number) === of.number &&
      rollout.waves[of.wave].checks?.some(waits),
  );
  if (!placed || rollout.endedAt) {
    return undefined;
  }
  const checks = rollout.waves[placed.wave].checks!.map(record =>
    waits(record)
      ? {
          check: record.check,
          state:
            result === 'passed' ? ('passing' as const) : ('failed' as const),
          message:
            result === 'passed'
              ? undefined
              : message ?? `The test ${name} has failed.`,
          checkedAt: now.toISOString(),
        }
      : record,
  );
  return { waves: new Map([[placed.wave, { checks }]]) };
}
