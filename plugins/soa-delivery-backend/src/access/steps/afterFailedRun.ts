import type { AccessEntry, AccountRecord, EntryChange } from '../store';
import { failAll } from './failAll';
import { IDLE } from './idle';
import { refused } from './refused';
import type { Progress } from './StepContext';

/**
 * What becomes of a batch whose run has failed: an entry that was in it alone is at
 * fault, and fails; several are tried again in two halves, as most of them may be
 * sound. Where a run fails that was for nobody, it is due to none of those that are
 * under suspicion, and all of them fail.
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
  const size = Object.keys(batch!.grants).length;
  if (size === 0) {
    return {
      account: IDLE,
      entries: failAll(
        entries.filter(
          ({ state, suspects }) => state === 'requested' && suspects,
        ),
        `The runs of the access workspace ${workspaceName} fail whatever they are for. ${reason}`,
      ),
    };
  }
  const { account, entries: failed } = refused(record, reason);
  const failedRuns = record.failedRuns + 1;
  if (size === 1) {
    return { account: { ...account, failedRuns }, entries: failed };
  }
  // Whoever has asked for something else meanwhile may be the one at fault: one
  // that is left over is tried alone before it fails.
  const running = entries.filter(
    ({ workspace, state }) =>
      state === 'running' && Object.hasOwn(batch!.grants, workspace),
  );
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
