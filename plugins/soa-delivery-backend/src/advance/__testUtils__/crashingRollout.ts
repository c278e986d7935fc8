import type {
  HcpTerraformClient,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';
import type { TargetRecord } from '../../store';
import { advanceTarget } from '../advanceTarget';

const NEXT: Record<string, string> = {
  pending: 'planning',
  planning: 'planned',
  confirmed: 'applying',
  applying: 'applied',
};

/** An HCP Terraform that knows one workspace; each look at a run lets it go on. */
class FakeHcpTerraform {
  readonly runs: HcpTerraformRun[] = [];
  applied = 0;

  client(): HcpTerraformClient {
    const known: Partial<HcpTerraformClient> = {
      findWorkspace: async name => ({
        id: 'ws-1',
        name,
        autoApply: false,
        tagBindings: {
          'soa-component': 'orders',
          'soa-namespace': 'default',
          'soa-environment': 'prod',
          'soa-account': '111122223333',
          'soa-region': 'us-east-1',
          'soa-runtime': 'ecs-fargate',
        },
      }),
      createConfigurationVersion: async () => ({
        id: 'cv-1',
        status: 'pending',
        uploadUrl: 'http://archivist.example',
      }),
      uploadConfiguration: async () => {},
      getConfigurationVersion: async id => ({ id, status: 'uploaded' }),
      createRun: async ({ message }) => {
        const run = {
          id: `run-${this.runs.length + 1}`,
          status: 'pending',
          message,
          isConfirmable: false,
        };
        this.runs.unshift(run);
        return { ...run };
      },
      listRuns: async () => this.runs.map(run => ({ ...run })),
      getRun: async id => {
        const run = this.runs.find(one => one.id === id);
        if (run) {
          run.status = NEXT[run.status] ?? run.status;
          run.isConfirmable = run.status === 'planned';
        }
        return run && { ...run };
      },
      applyRun: async id => {
        const run = this.runs.find(one => one.id === id)!;
        this.applied += 1;
        run.status = 'confirmed';
        run.isConfirmable = false;
      },
    };
    return known as HcpTerraformClient;
  }
}

class Crash extends Error {}

/**
 * Takes a placement to its end while the backend is killed now and then between
 * a write and its record.
 *
 * @param crashes - for each record that is to be kept, whether it is lost
 */
export async function crashingRollout(crashes: readonly boolean[]) {
  const hcpTerraform = new FakeHcpTerraform();
  let target: TargetRecord = {
    rolloutId: 'rollout-1',
    position: 0,
    placement: {
      environment: 'prod',
      account: '111122223333',
      region: 'us-east-1',
      runtime: 'ecs-fargate',
      workspace: 'acme/orders-prod-use1',
      key: 'prod-use1',
      accountName: 'runtime-ecs-prod',
    },
    state: 'waiting',
  };
  let writes = 0;
  const keep = async (change: Partial<TargetRecord>) => {
    writes += 1;
    if (crashes[writes - 1]) {
      throw new Crash();
    }
    target = { ...target, ...change };
  };
  const ends = ['applied', 'failed'];
  for (let step = 0; step < 200 && !ends.includes(target.state); step += 1) {
    try {
      const change = await advanceTarget(target, {
        client: hcpTerraform.client(),
        componentRef: 'component:default/orders',
        archive: async () => new Uint8Array(),
        keep,
        now: () => new Date(0),
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
