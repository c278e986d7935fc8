import type { RolloutCheck } from '@backstage-soa/plugin-soa-common';
import pLimit from 'p-limit';
import type { TargetRecord } from '../store';
import { checkAlarm } from './checkAlarm';
import { checkHealth } from './checkHealth';
import type { CheckContext } from './CheckContext';
import type { CheckFinding } from './CheckFinding';

const AT_ONCE = 10;

/** From the best to the worst. */
const ORDER: ReadonlyArray<CheckFinding['state']> = [
  'passing',
  'unknown',
  'failing',
  'failed',
];

/** The worst that is found at the placements of a wave. */
export async function runCheck(
  check: RolloutCheck,
  targets: readonly TargetRecord[],
  context: CheckContext,
): Promise<CheckFinding> {
  if (check.type === 'webhook') {
    return {
      state: 'unknown',
      message: `The test ${check.name} has not told its result yet.`,
    };
  }
  const limit = pLimit(AT_ONCE);
  const findings = await Promise.all(
    once(check, targets).map(target =>
      limit(() => look(check, target, context)),
    ),
  );
  return findings.reduce<CheckFinding>(
    (worst, finding) =>
      ORDER.indexOf(finding.state) > ORDER.indexOf(worst.state)
        ? finding
        : worst,
    { state: 'passing' },
  );
}

/** What is the same for all is asked once. */
function once(
  check: Exclude<RolloutCheck, { type: 'webhook' }>,
  targets: readonly TargetRecord[],
): readonly TargetRecord[] {
  const of = (target: TargetRecord) =>
    check.type === 'health'
      ? check.url ?? target.position
      : `${check.account ?? target.placement.account}/${
          check.region ?? target.placement.region
        }`;
  return [
    ...new Map(targets.map(target => [of(target), target] as const)).values(),
  ];
}

async function look(
  check: Exclude<RolloutCheck, { type: 'webhook' }>,
  target: TargetRecord,
  context: CheckContext,
): Promise<CheckFinding> {
  try {
    return check.type === 'health'
      ? await checkHealth(check, target, context)
      : await checkAlarm(check, target, context);
  } catch (error) {
    context.signal?.throwIfAborted();
    return {
      state: 'unknown',
      message: `It could not be found out: ${(error as Error).message}`,
    };
  }
}
