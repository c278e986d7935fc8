import type {
  HcpTerraform,
  HcpTerraformClient,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';

const NEXT: Record<string, string> = {
  pending: 'planning',
  planning: 'planned',
  confirmed: 'applying',
  applying: 'applied',
};

const REGIONS: Record<string, string> = {
  use1: 'us-east-1',
  euw1: 'eu-west-1',
};

type Run = HcpTerraformRun & { workspaceId: string };

/**
 * An HCP Terraform with the workspaces of `orders` in prod; each look at a run
 * lets it go on, unless it waits for somebody.
 */
export class FakeHcpTerraform implements HcpTerraform {
  readonly runs: Run[] = [];
  readonly uploads: Uint8Array[] = [];
  applied = 0;
  /** Workspaces whose plans fail, by name. */
  failing = new Set<string>();
  /** Thrown instead of the next answers about a run. */
  errors: Error[] = [];
  /** Thrown whenever a run is asked for. */
  refusal?: Error;
  /** Called, and waited for, before a configuration version is told. */
  holding?: () => Promise<void>;
  /** Called, and waited for, before a workspace of these organizations is found. */
  hanging = new Map<string, () => Promise<void>>();

  organizations() {
    return ['acme'];
  }

  client(organization = 'acme'): HcpTerraformClient {
    const known: Partial<HcpTerraformClient> = {
      organization,
      workspaceUrl: name => `https://tfc.example/${name}`,
      runUrl: (name, id) => `https://tfc.example/${name}/${id}`,
      findWorkspace: async name => {
        await this.hanging.get(organization)?.();
        return {
          id: `ws-${name}`,
          name,
          autoApply: false,
          tagBindings: {
            'soa-component': 'orders',
            'soa-namespace': 'default',
            'soa-environment': 'prod',
            'soa-account': '111122223333',
            'soa-region': REGIONS[name.split('-').pop()!],
            'soa-runtime': 'ecs-fargate',
          },
        };
      },
      createConfigurationVersion: async () => ({
        id: 'cv-1',
        status: 'pending',
        uploadUrl: 'http://archivist.example',
      }),
      uploadConfiguration: async (_, content) => {
        this.uploads.push(content);
      },
      getConfigurationVersion: async id => {
        await this.holding?.();
        return { id, status: 'uploaded' };
      },
      createRun: async ({ workspaceId, configurationVersionId, message }) => {
        if (this.refusal) {
          throw this.refusal;
        }
        const run = {
          id: `run-${this.runs.length + 1}`,
          workspaceId,
          configurationVersionId,
          status: 'pending',
          message,
          isConfirmable: false,
        };
        this.runs.unshift(run);
        return { ...run };
      },
      listRuns: async workspaceId =>
        this.runs
          .filter(run => run.workspaceId === workspaceId)
          .map(run => ({ ...run })),
      getRun: async id => this.#lookAt(id),
      applyRun: async id => {
        const run = this.runs.find(one => one.id === id)!;
        this.applied += 1;
        run.status = 'confirmed';
        run.isConfirmable = false;
      },
    };
    return known as HcpTerraformClient;
  }

  #lookAt(id: string): Run | undefined {
    const error = this.errors.shift();
    if (error) {
      throw error;
    }
    const run = this.runs.find(one => one.id === id);
    if (!run) {
      return undefined;
    }
    const fails =
      run.status === 'planning' &&
      this.failing.has(run.workspaceId.replace(/^ws-/, ''));
    run.status = fails ? 'errored' : NEXT[run.status] ?? run.status;
    run.isConfirmable = run.status === 'planned';
    return { ...run };
  }
}
