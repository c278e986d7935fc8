import type { CheckRecord, TargetRecord } from '../store';
import type { CheckContext } from './CheckContext';
import { runCheck } from './runCheck';
import { updateCheck } from './updateCheck';

/** What becomes of the checks of a wave by a look at its placements now. */
export async function runChecks(
  checks: readonly CheckRecord[],
  targets: readonly TargetRecord[],
  context: CheckContext & { now: Date },
): Promise<CheckRecord[]> {
  const applied = targets.filter(({ state }) => state === 'applied');
  return Promise.all(
    checks.map(async record =>
      isTold(record)
        ? record
        : updateCheck(
            record,
            await runCheck(record.check, applied, context),
            context.now,
          ),
    ),
  );
}

/** Of a test, the result that it has told stays. */
function isTold({ check, state }: CheckRecord): boolean {
  return check.type === 'webhook' && state !== 'waiting';
}
