import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraform,
  HcpTerraformClient,
  HcpTerraformProject,
  HcpTerraformVariable,
  HcpTerraformVariableInput,
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
} from '@backstage-soa/plugin-soa-node';
import { FakeWiring } from './FakeWiring';

/**
 * One organization, `acme`, whose writes are recorded. Something that happens
 * before or after a write can be put into it by the write's name.
 */
export class FakeHcpTerraform implements HcpTerraform {
  projects: HcpTerraformProject[] = [{ id: 'prj-1', name: 'team-shop' }];
  workspaces: HcpTerraformWorkspace[] = [];
  variables: Record<string, HcpTerraformVariable[]> = {};
  readonly wiring = new FakeWiring();
  reads: string[] = [];
  writes: string[] = [];
  before: Record<string, () => void> = {};
  after: Record<string, () => void> = {};
  /** Thrown by every read. */
  unreadable?: Error;
  offersDrift = true;
  refusesDrift = false;
  /** Whether variables come with workspaces, as they do with HCP Terraform. */
  includesVariables = true;

  organizations(): string[] {
    return ['acme'];
  }

  client(): HcpTerraformClient {
    const found = (workspace: HcpTerraformWorkspace) => ({
      ...workspace,
      ...(this.includesVariables && {
        variables: this.#readable(workspace.id),
      }),
    });
    const list = (pattern = '*') =>
      this.#read(
        `list workspaces ${pattern}`,
        this.workspaces
          .filter(({ name }) => name.startsWith(pattern.slice(0, -1)))
          .map(found),
      );
    const partial: Partial<HcpTerraformClient> = {
      organization: 'acme',
      workspaceUrl: name => `https://tfc.test/app/acme/workspaces/${name}`,
      findProject: async name =>
        this.#read(
          'find project',
          this.projects.find(project => project.name === name),
        ),
      createProject: async ({ name }) =>
        this.#write(`create project ${name}`, () => this.addProject(name)),
      findWorkspace: async name =>
        this.#read(
          `find workspace ${name}`,
          this.workspaces.filter(one => one.name === name).map(found)[0],
        ),
      async *listWorkspaces({ namePattern } = {}) {
        yield* list(namePattern);
      },
      createWorkspace: async input =>
        this.#write(`create workspace ${input.name}`, () => ({
          ...this.addWorkspace(input),
          tagBindings: {},
        })),
      updateWorkspace: async (id, input) =>
        this.#write(`update workspace ${id}`, () => this.#update(id, input)),
      listVariables: async id =>
        this.#read(`list variables ${id}`, this.#readable(id)),
      createVariable: async (id, input) =>
        this.#write(`create variable ${input.key}`, () =>
          this.addVariable(id, input),
        ),
      updateVariable: async (id, variableId, input) =>
        this.#write(`update variable ${input.key}`, () =>
          this.changeVariable(id, variableId, input),
        ),
      ...this.wiring.methods({
        read: (name, value) => this.#read(name, value),
        write: (name, write) => this.#write(name, write),
      }),
    };
    return partial as HcpTerraformClient;
  }

  addProject(name: string): HcpTerraformProject {
    refuseIf(this.projects.some(project => project.name === name));
    const project = { id: `prj-${this.projects.length + 1}`, name };
    this.projects.push(project);
    return project;
  }

  addWorkspace(input: HcpTerraformWorkspaceInput): HcpTerraformWorkspace {
    if (this.refusesDrift && input.assessmentsEnabled) {
      throw new HcpTerraformError('invalid', 'Not in your plan', 422);
    }
    refuseIf(this.workspaces.some(({ name }) => name === input.name));
    const workspace: HcpTerraformWorkspace = {
      autoApply: false,
      tagBindings: {},
      ...(this.offersDrift && { assessmentsEnabled: false }),
      ...input,
      id: `ws-${this.workspaces.length + 1}`,
      ...(input.projectId && { project: { id: input.projectId } }),
    };
    this.workspaces.push(workspace);
    return workspace;
  }

  addVariable(
    id: string,
    input: HcpTerraformVariableInput,
  ): HcpTerraformVariable {
    const known = (this.variables[id] ??= []);
    refuseIf(
      known.some(
        ({ key, category }) => key === input.key && category === input.category,
      ),
    );
    const variable = {
      versionId: 'v1',
      hcl: false,
      sensitive: false,
      ...input,
      id: `var-${known.length + 1}`,
    };
    known.push(variable);
    return variable;
  }

  changeVariable(
    id: string,
    variableId: string,
    input: Partial<HcpTerraformVariableInput>,
  ): HcpTerraformVariable {
    const variable = this.variables[id].find(one => one.id === variableId)!;
    const version = Number(variable.versionId!.slice(1)) + 1;
    return Object.assign(variable, input, { versionId: `v${version}` });
  }

  /** Sensitive values are never given back. */
  #readable(id: string): HcpTerraformVariable[] {
    return (this.variables[id] ?? []).map(({ value, ...variable }) =>
      variable.sensitive ? variable : { ...variable, value },
    );
  }

  #update(
    id: string,
    { projectId, ...input }: object & { projectId?: string },
  ) {
    const workspace = this.workspaces.find(one => one.id === id)!;
    return Object.assign(
      workspace,
      input,
      projectId && { project: { id: projectId } },
    );
  }

  #read<T>(name: string, value: T): T {
    this.reads.push(name);
    if (this.unreadable) {
      throw this.unreadable;
    }
    return structuredClone(value);
  }

  #write<T>(name: string, write: () => T): T {
    this.writes.push(name);
    this.before[name]?.();
    const result = structuredClone(write());
    this.after[name]?.();
    return result;
  }
}

function refuseIf(isTaken: boolean): void {
  if (isTaken) {
    throw new HcpTerraformError('conflict', 'The name is taken', 422);
  }
}
