import { FakeHcpTerraform } from '../../__testUtils__/FakeHcpTerraform';
import { AccessHolds } from '../../access';
import type { TargetRecord } from '../../store';
import { advanceTarget } from '../advanceTarget';
import { StepDeadlines } from '../StepDeadlines';
import { targetOf } from './targetOf';

class Crash extends Error {}

const TICK_MS = 10_000;

/**
 * Takes a placement to its end while the backend is killed now and then between
 * a write and its record.
 *
 * @param crashes - for each record that is to be kept, whether it is lost
 */
export async function crashingRollout(crashes: readonly boolean[]) {
  const hcpTerraform = new FakeHcpTerraform();
  let target: TargetRecord = targetOf();
  let writes = 0;
  const keep = async (change: Partial<TargetRecord>) => {
    writes += 1;
    if (crashes[writes - 1]) {
      throw new Crash();
    }
    target = { ...target, ...change };
  };
  const ends = ['applied', 'failed'];
  for (let step = 0; step < 1_000 && !ends.includes(target.state); step += 1) {
    try {
      const change = await advanceTarget(target, {
        client: hcpTerraform.client(),
        componentRef: 'component:default/orders',
        holds: AccessHolds.none,
        archive: async () => new Uint8Array(),
        audited: (_, write) => write(),
        keep,
        deadlines: new StepDeadlines(180_000),
        now: () => new Date(step * TICK_MS),
      });
      if (change) {
        await keep(change);
      }
    } catch (error) {
      if (!(error instanceof Crash)) {
        throw error;
      }
    }
  }
  return { target, runs: hcpTerraform.runs, applied: hcpTerraform.applied };
}
