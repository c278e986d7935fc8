import {
  HcpTerraformError,
  runEnd,
  runState,
} from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformRun } from '@backstage-soa/plugin-soa-node';
import { nextPhase } from '../decide';
import type { TargetChange, TargetRecord } from '../store';
import { failed } from './failed';
import { isToBeTold } from './isToBeTold';
import { readPlan } from './readPlan';
import { runMarker } from './runMarker';
import type { TargetContext } from './TargetContext';

/** Of a run that waits for us, and that somebody else may confirm or end meanwhile. */
const LOOK_AGAIN_MS = 60_000;

/** What HCP Terraform says between being told and having begun. */
const TOLD = 'confirmed';

/**
 * Looks how far the run is, and has it apply what it has planned once that is
 * decided: whatever becomes of it is told, though somebody else has done it.
 */
export async function followRun(
  target: TargetRecord,
  context: TargetContext,
): Promise<TargetChange> {
  const { client, now, signal } = context;
  if (target.state === 'applying' && isToBeTold(target)) {
    const told = await tellToApply(target, context);
    if (told) {
      return told;
    }
  }
  const run = await client.getRun(target.runId!, { signal });
  if (!run) {
    return failed(
      `The run ${target.runId} is not to be found any more, or the token may not see it.`,
    );
  }
  if (target.phase === 'plan') {
    return followPlan(target, run, context);
  }
  const state = runState(run);
  if (state === 'failed' || state === 'canceled') {
    return { state, runStatus: run.status, error: runEnd(run) };
  }
  const plan =
    target.state === 'planning' && state !== 'planning'
      ? await readPlan(target, run, context)
      : undefined;
  if (state === 'confirming') {
    return {
      state,
      runStatus: run.status,
      nextAttemptAt: new Date(now().getTime() + LOOK_AGAIN_MS).toISOString(),
      ...plan,
    };
  }
  const change = {
    state: state === 'applied' ? endOf(target, context) : state,
    runStatus: run.status,
  };
  const hasChanged =
    change.state !== target.state || change.runStatus !== target.runStatus;
  return {
    ...(hasChanged && change),
    // A person has confirmed it in HCP Terraform.
    ...(state === 'applying' &&
      !target.confirmedAt && { confirmedAt: now().toISOString() }),
    ...plan,
  };
}

/** @returns `undefined` if the run does not wait any more: it was told before */
async function tellToApply(
  target: TargetRecord,
  { client, audited, signal }: TargetContext,
): Promise<TargetChange | undefined> {
  try {
    await audited(
      'run-confirm',
      () =>
        client.applyRun(
          target.runId!,
          { comment: `Confirmed by Backstage, ${runMarker(target)}` },
          { signal },
        ),
      { meta: { runId: target.runId!, purpose: target.phase } },
    );
    return { runStatus: TOLD };
  } catch (error) {
    if (error instanceof HcpTerraformError && error.kind === 'conflict') {
      return undefined;
    }
    throw error;
  }
}

function endOf(
  { phase }: TargetRecord,
  { rollout }: TargetContext,
): 'applied' | 'rolled-back' | 'destroyed' | 'deleting' {
  if (rollout.operation === 'destroy') {
    return 'deleting';
  }
  if (phase === 'destroy') {
    return 'destroyed';
  }
  return phase === 'roll-back' ? 'rolled-back' : 'applied';
}

/** What a run that only plans has found; that it has failed stops nothing yet. */
async function followPlan(
  target: TargetRecord,
  run: HcpTerraformRun,
  context: TargetContext,
): Promise<TargetChange> {
  const state = runState(run);
  if (state !== 'applied' && state !== 'failed' && state !== 'canceled') {
    return run.status === target.runStatus ? {} : { runStatus: run.status };
  }
  const plan = state === 'applied' && (await readPlan(target, run, context));
  const ended = { ...target, runStatus: run.status };
  return {
    ...nextPhase(ended, context.rollout.operation),
    ...(plan || { planError: runEnd(run) }),
  };
}
