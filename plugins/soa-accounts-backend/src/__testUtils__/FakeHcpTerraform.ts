import type {
  HcpTerraform,
  HcpTerraformClient,
  HcpTerraformOutput,
  HcpTerraformVariable,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import { FakeRuns } from './FakeRuns';

/** One organization, `acme`, whose calls are counted. */
export class FakeHcpTerraform implements HcpTerraform {
  workspaces: HcpTerraformWorkspace[] = [];
  outputs: Record<string, HcpTerraformOutput[]> = {};
  variables: Record<string, HcpTerraformVariable[]> = {};
  /** Thrown after the workspaces have been listed. */
  listFailure?: Error;
  /** Those that are there and not in the list. */
  unlisted: HcpTerraformWorkspace[] = [];
  /** Thrown by what is called, as in {@link calls}. */
  failures = new Map<string, Error>();
  /** Whether variables and outputs come with the list. */
  givesDetails = false;
  calls: string[] = [];
  readonly runs = new FakeRuns();

  organizations(): string[] {
    return ['acme'];
  }

  client(): HcpTerraformClient {
    const call = (name: string) => {
      this.calls.push(name);
      const failure = this.failures.get(name);
      if (failure) {
        throw failure;
      }
    };
    const partial: Partial<HcpTerraformClient> = {
      ...this.runs.client(),
      organization: 'acme',
      workspaceUrl: name => `https://tfc.test/${name}`,
      runUrl: (name, runId) => `https://tfc.test/${name}/${runId}`,
      listWorkspaces: () => this.#list(),
      findWorkspace: async name => {
        call(`workspace ${name}`);
        return [...this.workspaces, ...this.unlisted].find(
          one => one.name === name,
        );
      },
      listVariables: async id => {
        call(`variables ${id}`);
        return this.variables[id] ?? [];
      },
      listOutputs: async id => {
        call(`outputs ${id}`);
        return this.outputs[id] ?? [];
      },
    };
    return partial as HcpTerraformClient;
  }

  async *#list() {
    this.calls.push('workspaces');
    yield* this.givesDetails
      ? this.workspaces.map(workspace => ({
          ...workspace,
          mayReadVariables: true,
          mayReadOutputs: true,
          variables: this.variables[workspace.id] ?? [],
          outputs: this.outputs[workspace.id] ?? [],
        }))
      : this.workspaces;
    if (this.listFailure) {
      throw this.listFailure;
    }
  }
}

/** A workspace that holds a placement of the component `orders`. */
export function ordersWorkspace(
  overrides: Partial<HcpTerraformWorkspace> = {},
): HcpTerraformWorkspace {
  return {
    id: 'ws-orders1',
    name: 'orders-prod-use1',
    autoApply: false,
    // They do not come with the list then, and each is asked for.
    mayReadVariables: false,
    mayReadOutputs: false,
    latestChangeAt: '2026-01-01T00:00:00.000Z',
    tagBindings: {
      'soa-component': 'orders',
      'soa-namespace': 'default',
      'soa-environment': 'prod',
      'soa-account': '111122223333',
      'soa-region': 'us-east-1',
      'soa-runtime': 'ecs-fargate',
    },
    currentRun: { id: 'run-1', status: 'applied', isConfirmable: false },
    ...overrides,
  };
}
