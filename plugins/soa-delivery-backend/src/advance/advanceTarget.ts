import {
  placementIdentity,
  placementOfWorkspaceTags,
} from '@backstage-soa/plugin-soa-common';
import { runOutcome } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';
import type { TargetChange, TargetRecord } from '../store';

/** What a step of a target needs from outside. */
export interface TargetContext {
  client: HcpTerraformClient;
  componentRef: string;
  /** The archive that every workspace of the rollout gets. */
  archive: () => Promise<Uint8Array>;
  /** Keeps a change before the next step builds on it. */
  keep: (change: TargetChange) => Promise<void>;
  now: () => Date;
  signal?: AbortSignal;
}

/**
 * Takes a target one step further. Whatever is written outside can be found
 * again, so that a step that is cut off can be taken again.
 *
 * @returns what has changed; nothing if it has to wait
 */
export async function advanceTarget(
  target: TargetRecord,
  context: TargetContext,
): Promise<TargetChange | undefined> {
  switch (target.state) {
    case 'waiting':
      return findWorkspace(target, context);
    case 'uploading':
      return target.configurationVersionId
        ? requestRun(target, context)
        : upload(target, context);
    case 'planning':
      return followPlan(target, context);
    case 'confirming':
      return confirm(target, context);
    case 'applying':
      return followApply(target, context);
    default:
      return undefined;
  }
}

/** The words by which a run that was asked for is found again. */
export function runMarker(target: TargetRecord): string {
  return `rollout ${target.rolloutId}/${target.position}`;
}

function failed(error: string): TargetChange {
  return { state: 'failed', error };
}

async function findWorkspace(
  target: TargetRecord,
  { client, componentRef, signal }: TargetContext,
): Promise<TargetChange> {
  const name = target.placement.workspace.split('/').pop()!;
  const workspace = await client.findWorkspace(name, { signal });
  if (!workspace) {
    return failed(
      `There is no workspace ${target.placement.workspace}, or the token may not see it: make it, then start again.`,
    );
  }
  const held = placementOfWorkspaceTags(workspace.tagBindings);
  const isOurs =
    held?.componentRef === componentRef &&
    placementIdentity(held.placement) === placementIdentity(target.placement);
  return isOurs
    ? { state: 'uploading', workspaceId: workspace.id, error: undefined }
    : failed(
        `The tags of workspace ${target.placement.workspace} do not say that it holds this placement of ${componentRef}: nothing was applied to it.`,
      );
}

async function upload(
  { workspaceId }: TargetRecord,
  { client, archive, signal }: TargetContext,
): Promise<TargetChange> {
  const content = await archive();
  const { id, uploadUrl } = await client.createConfigurationVersion(
    workspaceId!,
    { signal },
  );
  if (!uploadUrl) {
    return failed(
      'HCP Terraform gave no place to upload the configuration to.',
    );
  }
  await client.uploadConfiguration(uploadUrl, content, { signal });
  return { configurationVersionId: id, error: undefined };
}

async function requestRun(
  target: TargetRecord,
  { client, keep, now, signal }: TargetContext,
): Promise<TargetChange | undefined> {
  const { workspaceId, configurationVersionId } = target;
  const version = await client.getConfigurationVersion(
    configurationVersionId!,
    {
      signal,
    },
  );
  if (version?.status === 'pending' || version?.status === 'fetching') {
    return undefined;
  }
  if (version?.status !== 'uploaded') {
    return failed(
      `HCP Terraform did not take the configuration: ${
        version?.errorMessage ?? version?.status ?? 'it is gone'
      }.`,
    );
  }
  const run =
    (target.runRequestedAt && (await findRun(target, client, signal))) ||
    (await startRun());
  return {
    state: 'planning',
    runId: run.id,
    runStatus: run.status,
    error: undefined,
  };

  async function startRun(): Promise<HcpTerraformRun> {
    await keep({ runRequestedAt: now().toISOString() });
    return client.createRun(
      {
        workspaceId: workspaceId!,
        configurationVersionId,
        message: `Triggered via Backstage, ${runMarker(target)}`,
      },
      { signal },
    );
  }
}

async function findRun(
  target: TargetRecord,
  client: HcpTerraformClient,
  signal?: AbortSignal,
): Promise<HcpTerraformRun | undefined> {
  const runs = await client.listRuns(target.workspaceId!, { signal });
  return runs.find(({ message }) => message?.endsWith(runMarker(target)));
}

async function followPlan(
  target: TargetRecord,
  { client, signal }: TargetContext,
): Promise<TargetChange | undefined> {
  const run = await client.getRun(target.runId!, { signal });
  if (!run) {
    return runIsGone(target);
  }
  const outcome = runOutcome(run.status);
  if (outcome === 'failed') {
    return runHasFailed(run);
  }
  if (!run.isConfirmable && outcome === 'going-on') {
    return run.status === target.runStatus && !target.error
      ? undefined
      : { runStatus: run.status, error: undefined };
  }
  const plan = run.planId
    ? await client.getPlan(run.planId, { signal })
    : undefined;
  return {
    state: outcome === 'applied' ? 'applied' : 'confirming',
    runStatus: run.status,
    error: undefined,
    plan: plan && {
      add: plan.resourceAdditions ?? 0,
      change: plan.resourceChanges ?? 0,
      destroy: plan.resourceDestructions ?? 0,
      import: plan.resourceImports ?? 0,
    },
  };
}

async function confirm(
  target: TargetRecord,
  { client, signal }: TargetContext,
): Promise<TargetChange | undefined> {
  // Somebody, or the step that was cut off, may have confirmed it already.
  const run = await client.getRun(target.runId!, { signal });
  if (!run) {
    return runIsGone(target);
  }
  if (runOutcome(run.status) === 'failed') {
    return runHasFailed(run);
  }
  if (run.isConfirmable) {
    await client.applyRun(
      run.id,
      { comment: `Confirmed by Backstage, ${runMarker(target)}` },
      { signal },
    );
  }
  return { state: 'applying', runStatus: run.status, error: undefined };
}

async function followApply(
  target: TargetRecord,
  { client, signal }: TargetContext,
): Promise<TargetChange | undefined> {
  const run = await client.getRun(target.runId!, { signal });
  if (!run) {
    return runIsGone(target);
  }
  switch (runOutcome(run.status)) {
    case 'applied':
      return { state: 'applied', runStatus: run.status, error: undefined };
    case 'failed':
      return runHasFailed(run);
    default:
  }
  if (run.isConfirmable) {
    // A check of a policy, say, has put it back to where it waits for us.
    return { state: 'confirming', runStatus: run.status, error: undefined };
  }
  return run.status === target.runStatus && !target.error
    ? undefined
    : { runStatus: run.status, error: undefined };
}

function runHasFailed(run: HcpTerraformRun): TargetChange {
  return {
    ...failed(
      `The run ended as "${run.status}": its log in HCP Terraform says why.`,
    ),
    runStatus: run.status,
  };
}

function runIsGone({ runId }: TargetRecord): TargetChange {
  return failed(
    `The run ${runId} is not to be found any more, or the token may not see it.`,
  );
}
