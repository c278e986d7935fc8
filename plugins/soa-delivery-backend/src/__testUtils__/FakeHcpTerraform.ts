import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraform,
  HcpTerraformClient,
  HcpTerraformConfigurationVersion,
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

/** Those after which a run is heard of no more. */
const ENDED = [
  'applied',
  'planned_and_finished',
  'errored',
  'discarded',
  'canceled',
];

/** Of `orders-prod-use1`, or of one in another environment, account or Region. */
export function tagsOf(name: string): Record<string, string> {
  const [component, environment, place] = name.split('-');
  return {
    'soa-component': component,
    'soa-namespace': 'default',
    'soa-environment': environment,
    'soa-account': '111122223333',
    'soa-region': REGIONS[place] ?? place,
    'soa-runtime': 'ecs-fargate',
  };
}

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
  /** How often configuration versions were listed. */
  listsOfVersions = 0;
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
  /** Called once something is written, before anybody is told. */
  afterWrite?: (what: string) => void;
  /** Called before each write, by what is written. */
  beforeWrite?: (what: string) => void;
  /** Workspaces whose plans fail, by name. */
  failing = new Set<string>();
  /** Workspaces whose applies fail, by name. */
  failingToApply = new Set<string>();
  /** What plans would destroy, by the names of their workspaces. */
  destroys: Record<string, Array<{ address: string; type: string }>> = {};
  /** The names of the workspaces that were deleted. */
  readonly deleted: string[] = [];
  /** Entries of the variable `access` with which plans fail, by workspace. */
  culprits = new Set<string>();
  /** Thrown instead of the next answers about a run. */
  errors: Error[] = [];
  /** Thrown whenever a run is asked for. */
  refusal?: Error;
  /** That the workspaces of `orders` are linked to, if they are. */
  repository?: string;
  /** What they got from it, the newest first, by their id. */
  readonly pushed: Record<string, HcpTerraformConfigurationVersion[]> = {};
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
        const id = `ws-${name}`;
        const currentRun = this.runs.find(
          ({ workspaceId, planOnly }) => workspaceId === id && !planOnly,
        );
        return {
          id,
          name,
          autoApply: false,
          resourceCount: this.resourceCount,
          tagBindings: tagsOf(name),
          ...(this.repository && { vcsRepo: { identifier: this.repository } }),
          ...(currentRun && { currentRun: { ...currentRun } }),
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
      listConfigurationVersions: async id => {
        this.listsOfVersions += 1;
        return structuredClone(this.pushed[id] ?? []);
      },
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
        planOnly,
        isDestroy,
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
          planOnly: Boolean(planOnly),
          isDestroy: Boolean(isDestroy),
          planId: `plan-${this.runs.length + 1}`,
          autoApply:
            autoApply === 'as-workspace' &&
            this.workspaces.some(
              ({ id, autoApply: itsOwn }) => id === workspaceId && itsOwn,
            ),
        };
        this.runs.unshift(run);
        this.afterWrite?.('run');
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
        this.beforeWrite?.('apply');
        const run = this.runs.find(one => one.id === id)!;
        if (run.status !== 'planned') {
          throw new HcpTerraformError('conflict', 'not waiting', 409);
        }
        this.applied += 1;
        run.status = 'confirmed';
        run.isConfirmable = false;
        this.afterWrite?.('apply');
      },
      discardRun: async id => this.#end(id, 'discarded', true),
      cancelRun: async id => this.#end(id, 'canceled', false),
      getPlan: async id => {
        const run = this.runs.find(({ planId }) => planId === id)!;
        const name = run.workspaceId.replace(/^ws-/, '');
        return {
          id,
          status: 'finished',
          resourceAdditions: 1,
          resourceChanges: 0,
          resourceDestructions: this.destroys[name]?.length ?? 0,
        };
      },
      listPlannedChanges: async id => {
        const run = this.runs.find(({ planId }) => planId === id)!;
        const name = run.workspaceId.replace(/^ws-/, '');
        return (this.destroys[name] ?? []).map(one => ({
          ...one,
          actions: ['delete'],
        }));
      },
      safeDeleteWorkspace: async id => {
        this.beforeWrite?.('delete');
        this.deleted.push(id.replace(/^ws-/, ''));
        this.gone.add(id.replace(/^ws-/, ''));
      },
    };
    return known as HcpTerraformClient;
  }

  /** Somebody pushes a commit, which is planned in a workspace, or in a pull request. */
  push(name: string, commitSha: string, speculative = false): Run {
    const workspaceId = `ws-${name}`;
    const version = {
      id: `cv-${name}-${commitSha.slice(0, 4)}`,
      status: 'uploaded',
      commitSha,
      ...(speculative && { speculative }),
    };
    (this.pushed[workspaceId] ??= []).unshift(version);
    const run = {
      id: `run-${this.runs.length + 1}`,
      workspaceId,
      configurationVersionId: version.id,
      status: 'pending',
      message: 'Pay with points',
      isConfirmable: false,
      planOnly: speculative,
      planId: `plan-${this.runs.length + 1}`,
    };
    this.runs.unshift(run);
    return run;
  }

  #end(id: string, status: string, waits: boolean): void {
    this.beforeWrite?.('end');
    const run = this.runs.find(one => one.id === id)!;
    if (ENDED.includes(run.status) || (run.status === 'planned') !== waits) {
      throw new HcpTerraformError('conflict', 'transition not allowed', 409);
    }
    run.status = status;
    run.isConfirmable = false;
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
    const failsToApply =
      run.status === 'applying' &&
      this.failingToApply.has(run.workspaceId.replace(/^ws-/, ''));
    run.status =
      fails || failsToApply ? 'errored' : NEXT[run.status] ?? run.status;
    if (run.status === 'planned' && run.planOnly) {
      run.status = 'planned_and_finished';
    }
    if (run.status === 'planned' && run.autoApply) {
      run.status = 'confirmed';
    }
    run.isConfirmable = run.status === 'planned';
    return { ...run };
  }
}
