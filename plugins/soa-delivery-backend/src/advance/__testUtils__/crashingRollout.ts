import { FakeHcpTerraform } from '../../__testUtils__/FakeHcpTerraform';
import { hasEnded, nextPhase } from '../../decide';
import type { RolloutRecord, TargetRecord } from '../../store';
import { advanceTarget } from '../advanceTarget';
import { contextOf } from './contextOf';
import { recordOf } from './recordOf';
import { targetOf } from './targetOf';

class Crash extends Error {}

const TICK_MS = 10_000;

/** The ways of a placement that the test takes, from their first step to their end. */
export const CRASHING_WAYS = {
  apply: { phases: ['apply'] },
  planned: { phases: ['plan', 'apply'] },
  'rolled back': { phases: ['apply', 'roll-back'] },
  'destroyed again': { phases: ['apply', 'destroy'] },
  destroyed: { operation: 'destroy', phases: ['plan', 'destroy'] },
} as const satisfies Record<
  string,
  {
    operation?: RolloutRecord['operation'];
    phases: ReadonlyArray<TargetRecord['phase']>;
  }
>;

export type CrashingWay = keyof typeof CRASHING_WAYS;

/**
 * Takes a placement to its end while the backend is killed now and then between
 * a write and its record.
 *
 * @param crashes - for each record that is to be kept, whether it is lost
 */
export async function crashingRollout(
  crashes: readonly boolean[],
  way: CrashingWay = 'apply',
) {
  const { phases, ...of }: { phases: ReadonlyArray<TargetRecord['phase']> } =
    CRASHING_WAYS[way];
  const hcpTerraform = new FakeHcpTerraform();
  hcpTerraform.resourceCount = way === 'destroyed again' ? 0 : 9;
  hcpTerraform.runs.push({
    id: 'run-before',
    workspaceId: 'ws-orders-prod-use1',
    configurationVersionId: 'cv-before',
    status: way === 'destroyed again' ? 'errored' : 'applied',
    isConfirmable: false,
  });
  let target: TargetRecord = targetOf({ phase: phases[0] });
  let writes = 0;
  let now = 0;
  const keep = async (change: Partial<TargetRecord>) => {
    writes += 1;
    if (crashes[writes - 1]) {
      throw new Crash();
    }
    target = { ...target, ...change };
  };
  const step = async () => {
    const rollout = recordOf([target], of);
    const change = await advanceTarget(
      target,
      contextOf(hcpTerraform.client(), {
        rollout,
        keep,
        now: () => new Date(now),
      }),
    );
    if (change && Object.keys(change).length > 0) {
      await keep(change);
    }
  };
  for (const [index, phase] of phases.entries()) {
    if (index > 0 && target.phase !== phase) {
      target = { ...target, ...nextPhase(target, phase) };
    }
    if (target.state === 'waiting') {
      target = { ...target, state: 'preparing' };
    }
    for (let turn = 0; turn < 1_000 && goesOn(target, phase); turn += 1) {
      now += TICK_MS;
      if (target.state === 'confirming') {
        const confirmedAt = new Date(now).toISOString();
        target = { ...target, state: 'applying', confirmedAt };
      }
      try {
        await step();
      } catch (error) {
        if (!(error instanceof Crash)) {
          throw error;
        }
      }
    }
  }
  return {
    target,
    /** The oldest first. */
    runs: hcpTerraform.runs.filter(({ id }) => id !== 'run-before').reverse(),
    applied: hcpTerraform.applied,
    deleted: hcpTerraform.deleted,
  };
}

function goesOn(target: TargetRecord, phase: TargetRecord['phase']): boolean {
  return target.phase === phase && !hasEnded(target);
}
