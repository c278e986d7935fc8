import { runEnd, runState } from '@backstage-soa/plugin-soa-node';
import type { TargetChange, TargetRecord } from '../store';
import { failed } from './failed';
import { runMarker } from './runMarker';
import type { TargetContext } from './TargetContext';

/**
 * Looks how far the run is, and has it apply what it has planned: whatever
 * becomes of it is told, though somebody else has done it.
 */
export async function followRun(
  target: TargetRecord,
  { client, audited, signal }: TargetContext,
): Promise<TargetChange> {
  const run = await client.getRun(target.runId!, { signal });
  if (!run) {
    return failed(
      `The run ${target.runId} is not to be found any more, or the token may not see it.`,
    );
  }
  const state = runState(run);
  if (state === 'failed' || state === 'canceled') {
    return { state, runStatus: run.status, error: runEnd(run) };
  }
  if (state === 'confirming' && target.state === 'confirming') {
    await audited(
      'run-confirm',
      () =>
        client.applyRun(
          run.id,
          { comment: `Confirmed by Backstage, ${runMarker(target)}` },
          { signal },
        ),
      { meta: { runId: run.id } },
    );
    return { state: 'applying', runStatus: run.status };
  }
  const hasChanged = state !== target.state || run.status !== target.runStatus;
  const hasPlanned = state !== 'planning' && !target.plan && run.planId;
  const plan = hasPlanned
    ? await client.getPlan(run.planId!, { signal })
    : undefined;
  return {
    ...(hasChanged && { state, runStatus: run.status }),
    ...(plan && {
      plan: {
        add: plan.resourceAdditions ?? 0,
        change: plan.resourceChanges ?? 0,
        destroy: plan.resourceDestructions ?? 0,
        import: plan.resourceImports ?? 0,
      },
    }),
  };
}
