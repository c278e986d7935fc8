import type { HcpTerraformRun } from '@backstage-soa/plugin-soa-node';
import type { TargetChange, TargetRecord } from '../store';
import { failed } from './failed';
import { findRun } from './findRun';
import { runMarker } from './runMarker';
import { runPurpose } from './runPurpose';
import type { TargetContext } from './TargetContext';

/**
 * Starts the run, unless it has been started before.
 *
 * @returns `undefined` while it is not known whether it has been
 */
export async function requestRun(
  target: TargetRecord,
  context: TargetContext,
): Promise<TargetChange | undefined> {
  const { client, rollout, audited, keep, deadlines, now, signal } = context;
  const { planOnly, isDestroy } = runPurpose(rollout, target);
  const refused = isDestroy ? undefined : await notUploaded(target, context);
  if (refused) {
    return refused;
  }
  if (target.runRequestedAt) {
    const run = await findRun(target, context);
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
            workspaceId: target.workspaceId!,
            ...(!isDestroy && {
              configurationVersionId: target.configurationVersionId,
            }),
            ...(planOnly && { planOnly }),
            ...(isDestroy && { isDestroy }),
            message: `Triggered via Backstage, ${runMarker(target)}`,
          },
          { signal },
        ),
      { meta: { purpose: target.phase }, written: ({ id }) => ({ runId: id }) },
    ),
  );
}

/** What becomes of a target whose configuration is not there, or not yet. */
async function notUploaded(
  { configurationVersionId, phase, pastRuns }: TargetRecord,
  { client, signal }: TargetContext,
): Promise<TargetChange | undefined> {
  // A run of it has been there already.
  if (phase === 'apply' && pastRuns.length > 0) {
    return undefined;
  }
  const version = await client.getConfigurationVersion(
    configurationVersionId!,
    { signal },
  );
  if (version?.status === 'pending' || version?.status === 'fetching') {
    return {};
  }
  if (version?.status === 'uploaded') {
    return undefined;
  }
  return failed(
    phase === 'roll-back'
      ? `HCP Terraform no longer has the configuration ${configurationVersionId} that it had before: it is left as it is.`
      : `HCP Terraform did not take the configuration: ${
          version?.errorMessage ?? version?.status ?? 'it is gone'
        }.`,
  );
}

function follow(run: HcpTerraformRun): TargetChange {
  return {
    state: 'planning',
    runId: run.id,
    runStatus: run.status,
  };
}
