import type {
  HcpTerraform,
  HcpTerraformClient,
  HcpTerraformConfigurationVersion,
  HcpTerraformVariable,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import { FakeRuns } from './FakeRuns';
import type { FakeRun } from './FakeRuns';

const REGIONS: Record<string, string> = {
  use1: 'us-east-1',
  euw1: 'eu-west-1',
};

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
export class FakeHcpTerraform extends FakeRuns implements HcpTerraform {
  readonly uploads: Uint8Array[] = [];
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
  /** Entries of the variable `access` with which plans fail, by workspace. */
  culprits = new Set<string>();
  /** The names of the workspaces that were deleted. */
  readonly deleted: string[] = [];
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
      ...this.runMethods(),
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
      safeDeleteWorkspace: async id => {
        this.beforeWrite?.('delete');
        this.deleted.push(id.replace(/^ws-/, ''));
        this.gone.add(id.replace(/^ws-/, ''));
      },
    };
    return known as HcpTerraformClient;
  }

  /** Somebody pushes a commit, which is planned in a workspace, or in a pull request. */
  push(name: string, commitSha: string, speculative = false): FakeRun {
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

  protected isAutoApplied(workspaceId: string): boolean {
    return this.workspaces.some(
      ({ id, autoApply }) => id === workspaceId && autoApply,
    );
  }

  protected hasCulprit(workspaceId: string): boolean {
    const [variable] = this.variables[workspaceId] ?? [];
    return Object.keys(JSON.parse(variable?.value ?? '{}')).some(name =>
      this.culprits.has(name),
    );
  }
}
