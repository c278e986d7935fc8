import type { AccountRecord } from '../store';
import { beginBatch } from './beginBatch';
import { followRun } from './followRun';
import { startRun } from './startRun';
import type { Progress, StepContext } from './StepContext';
import { writeVariable } from './writeVariable';

/**
 * Takes the access workspace of an account one step further. Whatever is written
 * outside can be found again, so that a step that is cut off can be taken again.
 */
export async function advanceAccount(
  record: AccountRecord,
  context: StepContext,
): Promise<Progress> {
  switch (record.step) {
    case 'idle':
      return beginBatch(record, context);
    case 'starting':
      return startRun(record, context);
    case 'following':
      return followRun(record, context);
    default:
      return writeVariable(record, context);
  }
}
