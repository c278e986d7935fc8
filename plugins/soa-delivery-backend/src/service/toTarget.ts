import type {
  DeployAccess,
  RolloutQueue,
  RolloutRun,
  RolloutTarget,
  RolloutTargetState,
} from '@backstage-soa/plugin-soa-common';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import { destroyApprovalOf, hasEnded, isUndone } from '../decide';
import type { RolloutRecord, TargetRecord } from '../store';
import { toApproval } from './toApproval';
import type { ApprovalView } from './toApproval';
import { waitsFor } from './waitsFor';

/**
 * A placement of a rollout, as it is served.
 *
 * @param options - `access`: the deploy access that it waits for; `taken`: the
 *   workspaces in which earlier rollouts have yet to end; `queue`: where the rollout
 *   waits for an account
 */
export function toTarget(
  rollout: RolloutRecord,
  target: TargetRecord,
  {
    hcpTerraform,
    access,
    taken,
    queue,
    ...view
  }: ApprovalView & {
    hcpTerraform: HcpTerraform;
    access: DeployAccess | undefined;
    taken: ReadonlySet<string>;
    queue?: RolloutQueue;
  },
): RolloutTarget {
  const { placement, phase, runId, runStatus, pastRuns } = target;
  const { plan, planError, undoPlan, error } = target;
  const [name, organization] = placement.workspace.split('/').reverse();
  const client = hcpTerraform.organizations().includes(organization)
    ? hcpTerraform.client(organization)
    : undefined;
  const runs = [
    ...pastRuns,
    ...(runId
      ? [{ purpose: phase, id: runId, status: runStatus ?? 'unknown' }]
      : []),
  ].flatMap((run): RolloutRun[] =>
    client ? [{ ...run, url: client.runUrl(name, run.id) }] : [],
  );
  const approval = destroyApprovalOf(rollout, target);
  return {
    placement,
    state: stateOf(rollout, target),
    workspaceUrl: client?.workspaceUrl(name),
    run: runs.at(-1),
    pastRuns: runs.slice(0, -1),
    plan,
    planError,
    undoPlan,
    ...(access
      ? accessWait(access)
      : { waitsFor: waitsFor(rollout, target, { taken, queue }) }),
    ...(approval && { approval: toApproval(approval, rollout, view) }),
    error,
  };
}

function stateOf(
  rollout: RolloutRecord,
  target: TargetRecord,
): RolloutTargetState {
  const { state, phase } = target;
  if (!hasEnded(target) && isUndone(rollout, target)) {
    return phase === 'destroy' ? 'destroying' : 'rolling-back';
  }
  switch (state) {
    case 'preparing':
      return 'uploading';
    case 'deleting':
      return 'destroying';
    case 'applying':
      return rollout.operation === 'destroy' ? 'destroying' : 'applying';
    default:
      return state;
  }
}

function accessWait({
  run,
}: DeployAccess): Pick<RolloutTarget, 'waitsFor' | 'accessRun'> {
  return {
    waitsFor: run?.needsPerson ? 'access-approval' : 'access',
    ...(run && { accessRun: { id: run.id, status: run.status, url: run.url } }),
  };
}
