import type { Rollout, RolloutTarget } from '@backstage-soa/plugin-soa-common';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import type { RolloutRecord, TargetRecord } from '../store';

/** A rollout as it is served, with links. */
export function toRollout(
  record: RolloutRecord,
  hcpTerraform: HcpTerraform,
): Rollout {
  const { id, componentRef, state, initiator, message } = record;
  return {
    id,
    componentRef,
    state,
    initiator,
    source: { url: record.sourceUrl },
    waves: [
      {
        name: 'All placements',
        targets: record.targets.map(target => toTarget(target, hcpTerraform)),
      },
    ],
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    endedAt: record.endedAt,
    message,
  };
}

function toTarget(
  target: TargetRecord,
  hcpTerraform: HcpTerraform,
): RolloutTarget {
  const { placement, state, plan, error, runId, runStatus } = target;
  const [name, organization] = placement.workspace.split('/').reverse();
  const client = hcpTerraform.organizations().includes(organization)
    ? hcpTerraform.client(organization)
    : undefined;
  return {
    placement,
    state,
    workspaceUrl: client?.workspaceUrl(name),
    ...(runId &&
      client && {
        run: {
          id: runId,
          status: runStatus ?? 'unknown',
          url: client.runUrl(name, runId),
        },
      }),
    plan,
    error,
  };
}
