import type { HcpTerraformRun } from '@backstage-soa/plugin-soa-node';
import type { TargetChange, TargetRecord } from '../store';
import { failed } from './failed';
import { runMarker } from './runMarker';
import { runState } from './runState';
import type { TargetContext } from './TargetContext';

/**
 * Looks how far the run is, and has it apply what it has planned: whatever
 * becomes of it is told, though somebody else has done it.
 */
export async function followRun(
  target: TargetRecord,
  { client, signal }: TargetContext,
): Promise<TargetChange> {
  const run = await client.getRun(target.runId!, { signal });
  if (!run) {
    return failed(
      `The run ${target.runId} is not to be found any more, or the token may not see it.`,
    );
  }
  const state = runState(run);
  if (state === 'failed' || state === 'canceled') {
    return { state, runStatus: run.status, error: whyItEnded(run) };
  }
  if (state === 'confirming' && target.state === 'confirming') {
    await client.applyRun(
      run.id,
      { comment: `Confirmed by Backstage, ${runMarker(target)}` },
      { signal },
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

function whyItEnded({ id, status }: HcpTerraformRun): string {
  switch (status) {
    case 'discarded':
      return `Somebody discarded the run ${id} in HCP Terraform, so it is not applied. Start again to apply it.`;
    case 'canceled':
    case 'force_canceled':
      return `Somebody canceled the run ${id} in HCP Terraform: its log says how far it had come. Start again to apply it.`;
    default:
      return `The run ended as "${status}": its log in HCP Terraform says why.`;
  }
}
