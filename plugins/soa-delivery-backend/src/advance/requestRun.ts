import type {
  HcpTerraformClient,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';
import type { TargetChange, TargetRecord } from '../store';
import { failed } from './failed';
import { runMarker } from './runMarker';
import type { TargetContext } from './TargetContext';

/**
 * Starts the run, unless it has been started before.
 *
 * @returns `undefined` while it is not known whether it has been
 */
export async function requestRun(
  target: TargetRecord,
  { client, audited, keep, deadlines, now, signal }: TargetContext,
): Promise<TargetChange | undefined> {
  const { workspaceId, configurationVersionId } = target;
  const version = await client.getConfigurationVersion(
    configurationVersionId!,
    {
      signal,
    },
  );
  if (version?.status === 'pending' || version?.status === 'fetching') {
    return {};
  }
  if (version?.status !== 'uploaded') {
    return failed(
      `HCP Terraform did not take the configuration: ${
        version?.errorMessage ?? version?.status ?? 'it is gone'
      }.`,
    );
  }
  if (target.runRequestedAt) {
    const run = await findRun(target, client, signal);
    if (run) {
      return follow(run);
    }
    if (deadlines.mayBeUnderWay(target.runRequestedAt, now())) {
      return undefined;
    }
  }
  await keep({ runRequestedAt: now().toISOString() });
  return follow(
    await audited(
      'run-start',
      () =>
        client.createRun(
          {
            workspaceId: workspaceId!,
            configurationVersionId,
            message: `Triggered via Backstage, ${runMarker(target)}`,
          },
          { signal },
        ),
      { written: ({ id }) => ({ runId: id }) },
    ),
  );
}

function follow(run: HcpTerraformRun): TargetChange {
  return {
    state: 'planning',
    runId: run.id,
    runStatus: run.status,
  };
}

/** A run that is ours to confirm: anybody can write the words of its message. */
async function findRun(
  target: TargetRecord,
  client: HcpTerraformClient,
  signal?: AbortSignal,
): Promise<HcpTerraformRun | undefined> {
  const runs = await client.listRuns(target.workspaceId!, { signal });
  return runs.find(
    ({ message, configurationVersionId, planOnly, isDestroy }) =>
      message?.endsWith(runMarker(target)) &&
      configurationVersionId === target.configurationVersionId &&
      !planOnly &&
      !isDestroy,
  );
}
