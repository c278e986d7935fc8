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

/**
 * One organization, `acme`, whose writes are recorded. Something that happens
 * before or after a write can be put into it by the write's name.
 */
export class FakeHcpTerraform implements HcpTerraform {
  projects: HcpTerraformProject[] = [{ id: 'prj-1', name: 'team-shop' }];
  workspaces: HcpTerraformWorkspace[] = [];
  variables: Record<string, HcpTerraformVariable[]> = {};
  writes: string[] = [];
  before: Record<string, () => void> = {};
  after: Record<string, () => void> = {};
  /** Thrown by every read. */
  unreadable?: Error;
  offersDrift = true;

  organizations(): string[] {
    return ['acme'];
  }

  client(): HcpTerraformClient {
    const partial: Partial<HcpTerraformClient> = {
      organization: 'acme',
      workspaceUrl: name => `https://tfc.test/app/acme/workspaces/${name}`,
      findProject: async name =>
        this.#read(this.projects.find(project => project.name === name)),
      createProject: async ({ name }) =>
        this.#write(`create project ${name}`, () => this.addProject(name)),
      findWorkspace: async name =>
        this.#read(this.workspaces.find(one => one.name === name)),
      createWorkspace: async input =>
        this.#write(`create workspace ${input.name}`, () => ({
          ...this.addWorkspace(input),
          tagBindings: {},
        })),
      updateWorkspace: async (id, input) =>
        this.#write(`update workspace ${id}`, () => this.#update(id, input)),
      listVariables: async id => this.#read(this.variables[id] ?? []),
      createVariable: async (id, input) =>
        this.#write(`create variable ${input.key}`, () =>
          this.addVariable(id, input),
        ),
      updateVariable: async (id, variableId, input) =>
        this.#write(`update variable ${input.key}`, () =>
          Object.assign(
            this.variables[id].find(one => one.id === variableId)!,
            input,
          ),
        ),
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
    refuseIf(known.some(({ key }) => key === input.key));
    const variable = {
      hcl: false,
      sensitive: false,
      ...input,
      id: `var-${known.length + 1}`,
    };
    known.push(variable);
    return variable;
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

  #read<T>(value: T): T {
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
