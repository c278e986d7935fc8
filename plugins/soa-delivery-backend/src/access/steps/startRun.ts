import type { HcpTerraformRun } from '@backstage-soa/plugin-soa-node';
import type { AccountRecord } from '../store';
import type { Progress, StepContext } from './StepContext';
import { versionInPlace } from './versionInPlace';

/**
 * Starts the run of an access workspace, unless it has been started before.
 *
 * @returns nothing while it is not known whether it has been
 */
export async function startRun(
  record: AccountRecord,
  { client, audited, keep, deadlines, now, signal }: StepContext,
): Promise<Progress> {
  const { workspaceId, workspaceName, runRequestedAt } = record;
  const marker = `deploy access ${record.batch!.id}`;
  if (runRequestedAt) {
    const runs = await client.listRuns(workspaceId!, { signal });
    const run = runs.find(
      ({ message, planOnly, isDestroy }) =>
        message?.endsWith(marker) && !planOnly && !isDestroy,
    );
    if (run) {
      return follow(run);
    }
    if (deadlines.mayBeUnderWay(runRequestedAt, now())) {
      return {};
    }
  }
  const configurationVersionId = await versionInPlace(client, {
    id: workspaceId!,
    name: workspaceName!,
    signal,
  });
  await keep({ runRequestedAt: now().toISOString() });
  return follow(
    await audited(
      'run-start',
      () =>
        client.createRun(
          {
            workspaceId: workspaceId!,
            configurationVersionId,
            message: `Triggered via Backstage, ${marker}`,
            autoApply: 'as-workspace',
          },
          { signal },
        ),
      { written: ({ id }) => ({ runId: id }) },
    ),
  );
}

function follow({ id, status }: HcpTerraformRun): Progress {
  return { account: { step: 'following', runId: id, runStatus: status } };
}
