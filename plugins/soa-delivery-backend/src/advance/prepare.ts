import {
  placementIdentity,
  placementOfWorkspaceTags,
} from '@backstage-soa/plugin-soa-common';
import type { HcpTerraformWorkspace } from '@backstage-soa/plugin-soa-node';
import { isUndone, nextPhase } from '../decide';
import type { TargetChange, TargetRecord } from '../store';
import { failed } from './failed';
import { pushed, runOfPush } from './pushed';
import { NO_CHANGES } from './readPlan';
import { runInPlace } from './runInPlace';
import type { TargetContext } from './TargetContext';

/**
 * Finds the placement's workspace, makes sure that it is the placement's, and what
 * it holds now.
 */
export async function prepare(
  target: TargetRecord,
  context: TargetContext,
): Promise<TargetChange> {
  const { client, rollout, now, signal } = context;
  const { workspace: named } = target.placement;
  const workspace = await client.findWorkspace(named.split('/').pop()!, {
    signal,
  });
  if (!workspace) {
    return rollout.operation === 'destroy'
      ? { state: 'destroyed' }
      : failed(
          `There is no workspace ${named}, or the token may not see it: make it, then start again.`,
        );
  }
  if (!isOurs(workspace, target, rollout.componentRef)) {
    return failed(
      `The tags of workspace ${named} do not say that it holds this placement of ${rollout.componentRef}: nothing was done to it.`,
    );
  }
  if (isUndone(rollout, target)) {
    return prepareUndo(target, workspace, context);
  }
  if (rollout.operation === 'destroy') {
    return prepareDestroy(target, workspace);
  }
  // What was planned is applied, whatever has been pushed since.
  const planned = target.configurationVersionId;
  const linked =
    workspace.vcsRepo &&
    (planned ? { id: planned } : await pushed(workspace, context));
  if (linked && !('id' in linked)) {
    return linked;
  }
  const known: TargetChange = {
    state: 'uploading',
    workspaceId: workspace.id,
    ...(linked && { configurationVersionId: linked.id }),
  };
  if (target.phase === 'plan') {
    return known;
  }
  const inPlace = await runInPlace(workspace, context);
  const run = linked && (await runOfPush(workspace, linked.id, context));
  return {
    ...known,
    ...(run && {
      state: 'planning',
      runRequestedAt: now().toISOString(),
      runId: run.id,
      runStatus: run.status,
    }),
    previousConfigurationVersionId: inPlace?.configurationVersionId,
    isNew:
      !inPlace && !workspace.currentStateVersionId && !workspace.resourceCount,
  };
}

/** A run needs a configuration: a workspace that never had one has none to destroy. */
function prepareDestroy(
  target: TargetRecord,
  {
    id,
    currentRun,
    currentStateVersionId,
    resourceCount,
  }: HcpTerraformWorkspace,
): TargetChange {
  if (currentRun || currentStateVersionId || resourceCount) {
    return { state: 'uploading', workspaceId: id };
  }
  return target.phase === 'plan'
    ? { ...nextPhase(target, 'destroy'), plan: NO_CHANGES }
    : { state: 'deleting', workspaceId: id };
}

/** What somebody else has applied since is not taken back. */
async function prepareUndo(
  target: TargetRecord,
  workspace: HcpTerraformWorkspace,
  context: TargetContext,
): Promise<TargetChange> {
  const inPlace = await runInPlace(workspace, context);
  const own = new Set(target.pastRuns.map(({ id }) => id));
  if (
    inPlace &&
    !own.has(inPlace.id) &&
    inPlace.configurationVersionId !== target.previousConfigurationVersionId
  ) {
    return failed(
      `The run ${inPlace.id} has changed it since: it is left as it is.`,
    );
  }
  if (target.phase === 'destroy') {
    return { state: 'uploading', configurationVersionId: undefined };
  }
  const { previousConfigurationVersionId } = target;
  return previousConfigurationVersionId
    ? {
        state: 'uploading',
        configurationVersionId: previousConfigurationVersionId,
      }
    : failed(
        'HCP Terraform does not say which configuration it had before: it is left as it is.',
      );
}

function isOurs(
  { tagBindings }: HcpTerraformWorkspace,
  { placement }: TargetRecord,
  componentRef: string,
): boolean {
  const held = placementOfWorkspaceTags(tagBindings);
  return (
    held?.componentRef === componentRef &&
    placementIdentity(held.placement) === placementIdentity(placement)
  );
}
