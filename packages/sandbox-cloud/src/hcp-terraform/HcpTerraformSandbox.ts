import type { CloudTrailRecord } from '../cloudtrail';
import { token } from '../deterministic';
import { TERRAFORM_ORGANIZATION } from '../organisation';
import { advanceRuns, hasEnded } from './advanceRuns';
import { HcpError } from './HcpError';
import type { HcpRun, HcpState, HcpVariable, HcpWorkspace } from './HcpState';
import { listPage } from './listPage';
import type { Query } from './listPage';
import { readPlacements } from './readPlacements';
import {
  runBody,
  variableBody,
  variableChange,
  workspaceBody,
  projectBody,
} from './requestBodies';
import {
  configurationVersionResource,
  outputResources,
  planResource,
  projectResource,
  runResource,
  variableResource,
  workspaceIncluded,
  workspaceResource,
} from './serialise';

/** What the API does, over the state that is kept. */
export class HcpTerraformSandbox {
  readonly organization = TERRAFORM_ORGANIZATION;

  constructor(
    private readonly options: {
      state: HcpState;
      now: () => number;
      speed: number;
      /** Keeps the state, with what CloudTrail saw of the change. */
      save: (records: CloudTrailRecord[]) => void;
    },
  ) {}

  get #state(): HcpState {
    return this.options.state;
  }

  advance(): void {
    const { state, now, speed, save } = this.options;
    const records = advanceRuns(state, now(), speed);
    if (records) {
      save(records);
    }
  }

  listProjects(query: Query) {
    const names = (query.filter as Record<string, unknown> | undefined)?.names;
    const wanted =
      typeof names === 'string' ? lower(names).split(',') : undefined;
    return listPage(
      this.#state.projects.filter(
        ({ name }) => !wanted || wanted.includes(lower(name)),
      ),
      query,
      projects => ({ data: projects.map(projectResource) }),
    );
  }

  createProject(body: unknown) {
    const { name } = projectBody(body);
    if (this.#state.projects.some(project => project.name === name)) {
      throw new HcpError(422, 'Name has already been taken');
    }
    const project = { id: this.#id('prj', name), name };
    this.#state.projects.push(project);
    this.options.save([]);
    return { data: projectResource(project) };
  }

  listWorkspaces(query: Query) {
    return listPage(this.#state.workspaces, query, workspaces => ({
      data: workspaces.map(workspaceResource),
      included: workspaceIncluded(
        this.#state,
        workspaces,
        String(query.include ?? ''),
      ),
    }));
  }

  getWorkspace(
    matches: (workspace: HcpWorkspace) => boolean,
    query: Query = {},
  ) {
    const workspace = this.#state.workspaces.find(matches);
    if (!workspace) {
      throw new HcpError(404, 'not found');
    }
    return {
      data: workspaceResource(workspace),
      included: workspaceIncluded(
        this.#state,
        [workspace],
        String(query.include ?? ''),
      ),
    };
  }

  createWorkspace(body: unknown) {
    const { name = '', projectId, ...rest } = workspaceBody(body);
    if (!/^[\w-]{1,90}$/.test(name)) {
      throw new HcpError(422, 'Name is invalid');
    }
    if (this.#state.workspaces.some(one => one.name === name)) {
      throw new HcpError(422, 'Name has already been taken');
    }
    const workspace: HcpWorkspace = {
      id: this.#id('ws', name),
      name,
      projectId: this.#projectId(projectId),
      description: null,
      workingDirectory: null,
      terraformVersion: '1.11.4',
      autoApply: false,
      assessmentsEnabled: false,
      sourceName: null,
      sourceUrl: null,
      tags: {},
      variables: [],
      outputs: {},
      resourceCount: 0,
      changedAt: this.options.now(),
      runIds: [],
      ...rest,
    };
    this.#state.workspaces.push(workspace);
    this.options.save([]);
    return { data: workspaceResource(workspace) };
  }

  updateWorkspace(id: string, body: unknown) {
    const workspace = this.#workspace(id);
    const { projectId, ...rest } = workspaceBody(body);
    Object.assign(
      workspace,
      rest,
      projectId && { projectId: this.#projectId(projectId) },
    );
    this.options.save([]);
    return { data: workspaceResource(workspace) };
  }

  listVariables(workspaceId: string) {
    return {
      data: this.#workspace(workspaceId).variables.map(variableResource),
    };
  }

  createVariable(workspaceId: string, body: unknown) {
    const workspace = this.#workspace(workspaceId);
    const input = variableBody(body);
    const taken = workspace.variables.some(
      ({ key, category }) => key === input.key && category === input.category,
    );
    if (taken) {
      throw new HcpError(422, 'Key has already been taken');
    }
    const variable: HcpVariable = {
      id: this.#id('var', workspaceId, input.category, input.key),
      ...input,
    };
    workspace.variables.push(variable);
    this.options.save([]);
    return { data: variableResource(variable) };
  }

  updateVariable(workspaceId: string, id: string, body: unknown) {
    const variable = this.#workspace(workspaceId).variables.find(
      one => one.id === id,
    );
    if (!variable) {
      throw new HcpError(404, 'not found');
    }
    Object.assign(variable, variableChange(body));
    this.options.save([]);
    return { data: variableResource(variable) };
  }

  createConfigurationVersion(workspaceId: string, archivist: string) {
    const version = {
      id: this.#id('cv', workspaceId),
      workspaceId: this.#workspace(workspaceId).id,
      status: 'pending' as const,
      placements: {},
    };
    this.#state.configurationVersions.push(version);
    this.options.save([]);
    return {
      data: configurationVersionResource(
        version,
        `${archivist}/_archivist/${version.id}`,
      ),
    };
  }

  getConfigurationVersion(id: string) {
    return { data: configurationVersionResource(this.#configuration(id)) };
  }

  async upload(id: string, archive: Buffer): Promise<void> {
    const version = this.#configuration(id);
    version.placements = await readPlacements(archive).catch(() => {
      throw new HcpError(422, 'The archive is not a gzipped tar');
    });
    version.status = 'uploaded';
    this.options.save([]);
  }

  createRun(body: unknown) {
    const { workspaceId, configurationVersionId, message, planOnly } =
      runBody(body);
    const workspace = this.#workspace(workspaceId);
    const configuration =
      configurationVersionId ??
      this.#run(workspace.runIds[workspace.runIds.length - 1])
        ?.configurationVersionId ??
      null;
    if (
      configurationVersionId &&
      this.#configuration(configurationVersionId).status !== 'uploaded'
    ) {
      throw new HcpError(422, 'The configuration version is not uploaded');
    }
    const now = this.options.now();
    const run: HcpRun = {
      id: this.#id('run', workspaceId),
      workspaceId,
      configurationVersionId: configuration,
      message,
      planOnly,
      status: 'pending',
      since: now,
      createdAt: now,
      plan: { add: 0, change: 0, destroy: 0 },
    };
    this.#state.runs.push(run);
    workspace.runIds.push(run.id);
    this.options.save([]);
    return { data: runResource(run) };
  }

  getRun(id: string) {
    const run = this.#run(id);
    if (!run) {
      throw new HcpError(404, 'not found');
    }
    return { data: runResource(run) };
  }

  listRuns(workspaceId: string, query: Query) {
    const ids = [...this.#workspace(workspaceId).runIds].reverse();
    return listPage(ids, query, page => ({
      data: page.map(id => runResource(this.#run(id)!)),
    }));
  }

  applyRun(id: string): void {
    const run = this.#run(id);
    if (!run) {
      throw new HcpError(404, 'not found');
    }
    if (run.status !== 'planned') {
      throw new HcpError(
        409,
        hasEnded(run) ? 'run has ended' : 'transition not allowed',
      );
    }
    run.status = 'confirmed';
    run.since = this.options.now();
    this.options.save([]);
  }

  getPlan(id: string) {
    const run = this.#run(id.replace('plan-', 'run-'));
    if (!run) {
      throw new HcpError(404, 'not found');
    }
    return { data: planResource(run) };
  }

  listOutputs(workspaceId: string) {
    return { data: outputResources(this.#workspace(workspaceId)) };
  }

  #workspace(id: string): HcpWorkspace {
    const workspace = this.#state.workspaces.find(one => one.id === id);
    if (!workspace) {
      throw new HcpError(404, 'not found');
    }
    return workspace;
  }

  #configuration(id: string) {
    const version = this.#state.configurationVersions.find(
      one => one.id === id,
    );
    if (!version) {
      throw new HcpError(404, 'not found');
    }
    return version;
  }

  #run(id: string | undefined): HcpRun | undefined {
    return this.#state.runs.find(run => run.id === id);
  }

  #projectId(id: string | undefined): string {
    const project = id
      ? this.#state.projects.find(one => one.id === id)
      : this.#state.projects[0];
    if (!project) {
      throw new HcpError(404, 'not found');
    }
    return project.id;
  }

  /** Ids are as long as the real ones, and never the same twice. */
  #id(prefix: string, ...parts: string[]): string {
    const { workspaces, runs, configurationVersions, projects } = this.#state;
    const serial = [workspaces, runs, configurationVersions, projects].map(
      ({ length }) => length,
    );
    return `${prefix}-${token(16, prefix, parts, serial)}`;
  }
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
