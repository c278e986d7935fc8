import { HcpTerraformError, runState } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformRun } from '@backstage-soa/plugin-soa-node';
import { isRefused } from '../decide';
import type { TargetChange, TargetRecord } from '../store';
import { findRun } from './findRun';
import { runMarker } from './runMarker';
import type { TargetContext } from './TargetContext';

/**
 * Ends the run of a target before anything is applied, if there is one.
 *
 * @returns `undefined` while it is not known whether there is one
 */
export async function endRun(
  target: TargetRecord,
  context: TargetContext,
): Promise<TargetChange | undefined> {
  const { client, deadlines, now, signal } = context;
  if (!target.runId && !target.runRequestedAt) {
    return ended(target, context);
  }
  const run = target.runId
    ? await client.getRun(target.runId, { signal })
    : await findRun(target, context);
  if (!run) {
    return deadlines.mayBeUnderWay(target.runRequestedAt, now()) &&
      !target.runId
      ? undefined
      : ended(target, context);
  }
  const known = { runId: run.id, runStatus: run.status };
  switch (runState(run)) {
    case 'failed':
    case 'canceled':
      return { ...known, ...ended(target, context) };
    case 'applying':
    case 'applied':
      return target.phase === 'plan'
        ? { ...known, ...ended(target, context) }
        : // Somebody has confirmed it meanwhile.
          {
            ...known,
            state: 'applying',
            confirmedAt: target.confirmedAt ?? now().toISOString(),
          };
    default:
      await interrupt(target, run, context);
      return known;
  }
}

/** It ends a little later, which the next look shows. */
async function interrupt(
  target: TargetRecord,
  run: HcpTerraformRun,
  { client, rollout, audited, signal }: TargetContext,
): Promise<void> {
  const { failure } = rollout;
  const comment = `Ended by Backstage, ${runMarker(target)}${
    failure ? `: ${failure}` : ''
  }`;
  const waits = run.isDiscardable || run.isConfirmable;
  try {
    await audited(
      'run-end',
      () =>
        waits
          ? client.discardRun(run.id, { comment }, { signal })
          : client.cancelRun(run.id, { comment }, { signal }),
      { meta: { runId: run.id } },
    );
  } catch (error) {
    // It has gone on meanwhile.
    if (!(error instanceof HcpTerraformError && error.kind === 'conflict')) {
      throw error;
    }
  }
}

function ended(target: TargetRecord, { rollout }: TargetContext): TargetChange {
  if (isRefused(rollout, target)) {
    return {
      state: 'canceled',
      error: 'Somebody rejected that it loses resources that hold data.',
    };
  }
  return { state: target.phase === 'plan' ? 'skipped' : 'canceled' };
}
