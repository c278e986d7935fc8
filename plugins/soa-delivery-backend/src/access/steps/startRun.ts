import { InputError } from '@backstage/errors';
import { runOutcome } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformRun } from '@backstage-soa/plugin-soa-node';
import { inFlight } from '../../advance/inFlight';
import type { AccountRecord } from '../store';
import type { Progress, StepContext } from './StepContext';

/** As many of the newest runs are told at once. */
const RUNS_AT_MOST = 100;

/**
 * Starts the run of an access workspace, unless it has been started before.
 *
 * @returns nothing while it is not known whether it has been
 */
export async function startRun(
  record: AccountRecord,
  { client, keep, now, signal }: StepContext,
): Promise<Progress> {
  const { workspaceId, runRequestedAt } = record;
  const marker = `deploy access ${record.batch!.id}`;
  const runs = await client.listRuns(workspaceId!, { signal });
  if (runRequestedAt) {
    const run = runs.find(
      ({ message, planOnly, isDestroy }) =>
        message?.endsWith(marker) && !planOnly && !isDestroy,
    );
    if (run) {
      return follow(run);
    }
    if (inFlight(runRequestedAt, now())) {
      return {};
    }
  }
  await keep({ runRequestedAt: now().toISOString() });
  return follow(
    await client.createRun(
      {
        workspaceId: workspaceId!,
        configurationVersionId: newestApplied(runs, record.workspaceName!),
        message: `Triggered via Backstage, ${marker}`,
        autoApply: 'as-workspace',
      },
      { signal },
    ),
  );
}

function follow({ id, status }: HcpTerraformRun): Progress {
  return { account: { step: 'following', runId: id, runStatus: status } };
}

/**
 * What is in place, and nothing that was uploaded since: a change of the account's
 * baseline goes its own way, through a rollout.
 *
 * @throws InputError if it is further back than HCP Terraform tells at once
 */
function newestApplied(
  runs: readonly HcpTerraformRun[],
  workspaceName: string,
): string | undefined {
  const found = runs.find(
    ({ status, planOnly, isDestroy, configurationVersionId }) =>
      runOutcome(status) === 'applied' &&
      !planOnly &&
      !isDestroy &&
      configurationVersionId,
  )?.configurationVersionId;
  if (!found && runs.length >= RUNS_AT_MOST) {
    throw new InputError(
      `None of the newest ${runs.length} runs of the access workspace ${workspaceName} was applied, so that the configuration in place is not known: apply it, then ask again`,
    );
  }
  return found;
}
