import type { AccessEntry, AccountRecord, EntryChange } from '../store';
import { failAll } from './failAll';
import { refused } from './refused';
import type { Progress } from './StepContext';

/** Six in a row fail at most where up to three entries of a batch are at fault. */
const RUNS_IN_A_ROW = 7;

/**
 * What becomes of a batch whose run has failed: one entry alone is at fault, and
 * fails; several are tried again in two halves, as most of them may be sound. Where
 * no run succeeds, it is due to none of them, and all fail.
 *
 * @param entries - those of the account
 * @param reason - why the run failed, without a full stop
 */
export function afterFailedRun(
  record: AccountRecord,
  entries: readonly AccessEntry[],
  options: { reason: string; at: string },
): Progress {
  const { batch, workspaceName } = record;
  const { reason, at } = options;
  const failedRuns = record.failedRuns + 1;
  const { account, entries: failed } = refused(record, reason);
  const running = entries.filter(
    ({ workspace, state }) =>
      state === 'running' && Object.hasOwn(batch!.grants, workspace),
  );
  if (failedRuns >= RUNS_IN_A_ROW) {
    const suspected = entries.filter(
      ({ state, suspects }) => state === 'requested' && suspects,
    );
    return {
      account: { ...account, failedRuns: 0 },
      entries: [
        ...failed!,
        ...failAll(
          suspected,
          `The runs of the access workspace ${workspaceName} fail whatever they are for. ${reason}`,
        ),
      ],
    };
  }
  if (running.length < 2) {
    return { account: { ...account, failedRuns }, entries: failed };
  }
  const half = Math.ceil(running.length / 2);
  return {
    account: { ...account, failedRuns },
    entries: running.map(
      ({ workspace }, index): EntryChange => ({
        workspace,
        whenState: 'running',
        to: {
          state: 'requested',
          queuedAt: at,
          suspects: `${batch!.id}/${index < half ? 1 : 2}`,
        },
      }),
    ),
  };
}
