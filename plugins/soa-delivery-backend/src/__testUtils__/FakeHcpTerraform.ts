import type {
  HcpTerraform,
  HcpTerraformClient,
  HcpTerraformRun,
  HcpTerraformVariable,
  HcpTerraformWorkspace,
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

type Run = HcpTerraformRun & { workspaceId: string; autoApply?: boolean };

/** The access workspace of the account that `orders` is in. */
export const ACCESS_WORKSPACE: HcpTerraformWorkspace = {
  id: 'ws-account-baseline',
  name: 'account-baseline-111122223333',
  autoApply: true,
  resourceCount: 12,
  tagBindings: {
    'soa-component': 'account-baseline',
    'soa-namespace': 'default',
    'soa-account': '111122223333',
  },
};

/**
 * An HCP Terraform with the workspaces of `orders` in prod; each look at a run
 * lets it go on, unless it waits for somebody.
 */
export class FakeHcpTerraform implements HcpTerraform {
  readonly runs: Run[] = [];
  readonly uploads: Uint8Array[] = [];
  applied = 0;
  /** How often runs were listed, which is rationed. */
  listsOfRuns = 0;
  /** What lists of workspaces give. */
  workspaces: HcpTerraformWorkspace[] = [structuredClone(ACCESS_WORKSPACE)];
  /** Of the workspaces of `orders`. */
  resourceCount = 9;
  /** The names of workspaces that are not there, or not to be seen. */
  gone = new Set<string>();
  /** The names of the projects that are to be seen. */
  projects = ['team-shop', 'team-pay'];
  /** By the id of their workspace. */
  variables: Record<string, HcpTerraformVariable[]> = {};
  /** Called, and waited for, once variables are read and before they are told. */
  afterVariables?: () => Promise<void>;
  /** Called before each write, by what is written. */
  beforeWrite?: (what: string) => void;
  /** Workspaces whose plans fail, by name. */
  failing = new Set<string>();
  /** Entries of the variable `access` with which plans fail, by workspace. */
  culprits = new Set<string>();
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
        if (this.gone.has(name)) {
          return undefined;
        }
        const listed = this.workspaces.find(one => one.name === name);
        if (listed) {
          const currentRun = this.runs.find(
            ({ workspaceId }) => workspaceId === listed.id,
          );
          return { ...listed, ...(currentRun && { currentRun }) };
        }
        return {
          id: `ws-${name}`,
          name,
          autoApply: false,
          resourceCount: this.resourceCount,
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
      findProject: async name =>
        this.projects.includes(name) ? { id: `prj-${name}`, name } : undefined,
      listWorkspaces: async function* list(
        this: FakeHcpTerraform,
        { tags = {} }: { tags?: Readonly<Record<string, string>> } = {},
      ) {
        yield* structuredClone(this.workspaces).filter(({ tagBindings }) =>
          Object.entries(tags).every(
            ([key, value]) => tagBindings[key] === value,
          ),
        );
      }.bind(this),
      listVariables: async id => {
        const read = structuredClone(this.variables[id] ?? []);
        await this.afterVariables?.();
        return read;
      },
      createVariable: async (id, input) => {
        this.beforeWrite?.('variable');
        const variable = {
          hcl: false,
          sensitive: false,
          ...input,
          id: 'var-1',
        };
        this.variables[id] = [...(this.variables[id] ?? []), variable];
        return variable;
      },
      updateVariable: async (id, variableId, input) => {
        this.beforeWrite?.('variable');
        return Object.assign(
          this.variables[id].find(one => one.id === variableId)!,
          input,
        );
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
      createRun: async ({
        workspaceId,
        configurationVersionId,
        message,
        autoApply,
      }) => {
        this.beforeWrite?.('run');
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
          autoApply:
            autoApply === 'as-workspace' &&
            this.workspaces.some(
              ({ id, autoApply: itsOwn }) => id === workspaceId && itsOwn,
            ),
        };
        this.runs.unshift(run);
        return { ...run };
      },
      listRuns: async workspaceId => {
        this.listsOfRuns += 1;
        return this.runs
          .filter(run => run.workspaceId === workspaceId)
          .map(run => ({ ...run }));
      },
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

  #hasCulprit(workspaceId: string): boolean {
    const [variable] = this.variables[workspaceId] ?? [];
    return Object.keys(JSON.parse(variable?.value ?? '{}')).some(name =>
      this.culprits.has(name),
    );
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
      (this.failing.has(run.workspaceId.replace(/^ws-/, '')) ||
        this.#hasCulprit(run.workspaceId));
    run.status = fails ? 'errored' : NEXT[run.status] ?? run.status;
    if (run.status === 'planned' && run.autoApply) {
      run.status = 'confirmed';
    }
    run.isConfirmable = run.status === 'planned';
    return { ...run };
  }
}
