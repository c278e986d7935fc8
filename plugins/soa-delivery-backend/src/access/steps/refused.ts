import type { AccountRecord } from '../store';
import type { Progress } from './StepContext';

/** The batch goes out of the variable, so that no later run applies it unasked. */
export function refused({ batch }: AccountRecord, reason: string): Progress {
  return {
    account: {
      step: 'withdrawing',
      needsPerson: false,
      writeRequestedAt: undefined,
    },
    entries: Object.keys(batch?.grants ?? {}).map(workspace => ({
      workspace,
      whenState: 'running',
      to: { state: 'failed', reason: `${reason}.`, suspects: undefined },
    })),
  };
}
