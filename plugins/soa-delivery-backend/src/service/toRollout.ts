import type {
  DeployAccess,
  Rollout,
  RolloutTarget,
} from '@backstage-soa/plugin-soa-common';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import { currentWave, hasStopped } from '../advance';
import { countTargets } from '../store';
import type { RolloutRecord, TargetRecord } from '../store';
import { toSummary } from './toSummary';
import { waitsFor } from './waitsFor';

/**
 * A rollout as it is served, with links.
 *
 * @param held - the placements that wait for deploy access, by their position
 */
export function toRollout(
  record: RolloutRecord,
  hcpTerraform: HcpTerraform,
  held: ReadonlyMap<number, DeployAccess>,
): Rollout {
  const { targets } = record;
  const current = currentWave(targets);
  const waitsForWave = ({ state, wave }: TargetRecord) =>
    state === 'waiting' && wave > current && !hasStopped(targets);
  return {
    ...toSummary(
      record,
      countTargets(targets.map(({ state }) => ({ state, number: 1 }))),
    ),
    waves: wavesOf(targets).map(wave => ({
      targets: wave.map(target => ({
        ...toTarget(target, hcpTerraform, held.get(target.position)),
        ...(waitsForWave(target) && { waitsFor: 'wave' as const }),
      })),
    })),
  };
}

function wavesOf(targets: readonly TargetRecord[]): TargetRecord[][] {
  const numbers = [...new Set(targets.map(({ wave }) => wave))];
  return numbers
    .sort((a, b) => a - b)
    .map(number => targets.filter(({ wave }) => wave === number));
}

function toTarget(
  target: TargetRecord,
  hcpTerraform: HcpTerraform,
  access: DeployAccess | undefined,
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
    ...(access ? accessWait(access) : { waitsFor: waitsFor(target) }),
    error,
  };
}

function accessWait({
  run,
}: DeployAccess): Pick<RolloutTarget, 'waitsFor' | 'accessRun'> {
  return {
    waitsFor: run?.needsPerson ? 'access-approval' : 'access',
    ...(run && { accessRun: { id: run.id, status: run.status, url: run.url } }),
  };
}
