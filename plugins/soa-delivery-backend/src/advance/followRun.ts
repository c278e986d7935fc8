import { runOutcome } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformRun } from '@backstage-soa/plugin-soa-node';
import type { TargetChange, TargetRecord } from '../store';
import { failed } from './failed';
import { runMarker } from './runMarker';
import type { TargetContext } from './TargetContext';

/** Waits until a run has planned. */
export async function followPlan(
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

/** Has a run apply what it has planned. */
export async function confirm(
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

/** Waits until a run has applied. */
export async function followApply(
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
