import { runState } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformRun } from '@backstage-soa/plugin-soa-node';
import type { AccountRecord, EntryChange } from '../store';
import { afterFailedRun } from './afterFailedRun';
import { IDLE } from './idle';
import { refused } from './refused';
import type { Progress, StepContext } from './StepContext';

const DECISIONS = [
  'policy_override',
  'pre_plan_awaiting_decision',
  'post_plan_awaiting_decision',
  'pre_apply_awaiting_decision',
];

/**
 * Looks how far the run is. Whether it applies by itself is the access
 * workspace's own setting: nothing is confirmed from here.
 */
export async function followRun(
  record: AccountRecord,
  { client, entries, now, signal }: StepContext,
): Promise<Progress> {
  const run = await client.getRun(record.runId!, { signal });
  if (!run) {
    return refused(
      record,
      `The run ${record.runId} of the access workspace ${record.workspaceName} is not to be found any more, or the token may not see it`,
    );
  }
  const { status } = run;
  const state = runState(run);
  if (state === 'applied') {
    return {
      account: { ...IDLE, failedRuns: 0 },
      entries: applied(record, now().toISOString()),
    };
  }
  const reason = whyItEnded(run, record.workspaceName!);
  if (state === 'canceled') {
    return refused(record, reason);
  }
  if (state === 'failed') {
    return afterFailedRun(record, entries, { reason, at: now().toISOString() });
  }
  const needsPerson = state === 'confirming' || DECISIONS.includes(status);
  return status === record.runStatus && needsPerson === record.needsPerson
    ? { entries: [] }
    : { account: { runStatus: status, needsPerson } };
}

/** Whoever has asked for something else meanwhile waits for the next run. */
function applied({ batch }: AccountRecord, at: string): EntryChange[] {
  return Object.entries(batch!.grants).flatMap(
    ([workspace, grant]): EntryChange[] =>
      grant
        ? [
            { workspace, to: { applied: grant } },
            {
              workspace,
              whenState: 'running',
              to: {
                state: 'ready',
                readyAt: at,
                reason: undefined,
                suspects: undefined,
              },
            },
          ]
        : [
            { workspace, whenState: 'running' },
            { workspace, to: { applied: undefined } },
          ],
  );
}

function whyItEnded({ id, status }: HcpTerraformRun, name: string): string {
  const run = `the run ${id} of the access workspace ${name}`;
  switch (status) {
    case 'discarded':
      return `Somebody discarded ${run} in HCP Terraform, so that no role was made: ask the platform team, then ask again`;
    case 'canceled':
    case 'force_canceled':
      return `Somebody canceled ${run} in HCP Terraform: its log says how far it had come; ask again to have it done`;
    default:
      return `T${run.slice(
        1,
      )} ended as "${status}": its log in HCP Terraform says why; ask again once that is put right`;
  }
}
