import { HcpError } from '../HcpError';
import type { HcpWorkspace } from '../HcpState';
import { found } from '../HcpStore';
import type { HcpStore } from '../HcpStore';
import { listPage } from '../json-api';
import type { Query } from '../json-api';
import { isTagged } from './isTagged';
import { workspaceBody } from './workspaceBody';
import { workspaceIncluded } from './workspaceIncluded';
import { workspaceResource } from './workspaceResource';

/** The workspaces of the organization. */
export class Workspaces {
  constructor(private readonly store: HcpStore) {}

  list(query: Query) {
    const listed = this.#matching(query).filter(isTagged(query));
    return listPage(listed, query, workspaces => ({
      data: workspaces.map(workspaceResource),
      included: workspaceIncluded(
        this.store.state,
        workspaces,
        String(query.include ?? ''),
      ),
    }));
  }

  get(name: string, query: Query) {
    const workspace = found(
      this.store.state.workspaces.find(one => one.name === name),
    );
    return {
      data: workspaceResource(workspace),
      included: workspaceIncluded(
        this.store.state,
        [workspace],
        String(query.include ?? ''),
      ),
    };
  }

  create(body: unknown) {
    const { name = '', projectId, ...rest } = workspaceBody(body);
    if (!/^[\w-]{1,90}$/.test(name)) {
      throw new HcpError(422, 'Name is invalid');
    }
    if (this.store.state.workspaces.some(one => one.name === name)) {
      throw new HcpError(422, 'Name has already been taken');
    }
    const workspace: HcpWorkspace = {
      id: this.store.id('ws', name),
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
      changedAt: this.store.now(),
      runIds: [],
      ...rest,
    };
    this.store.state.workspaces.push(workspace);
    this.store.save([]);
    return { data: workspaceResource(workspace) };
  }

  update(id: string, body: unknown) {
    const workspace = this.store.workspace(id);
    const { projectId, settings, ...rest } = workspaceBody(body);
    Object.assign(
      workspace,
      rest,
      settings && { settings: { ...workspace.settings, ...settings } },
      projectId && { projectId: this.#projectId(projectId) },
    );
    this.store.save([]);
    return { data: workspaceResource(workspace) };
  }

  /** Removes a workspace that has made nothing, or nothing that is left. */
  safeDelete(id: string): void {
    const { resourceCount, runIds } = this.store.workspace(id);
    const { state } = this.store;
    if (resourceCount > 0) {
      throw new HcpError(
        409,
        `The workspace has ${resourceCount} resources under management`,
      );
    }
    const versions = state.configurationVersions.filter(
      version => version.workspaceId !== id,
    );
    // Ids are made of how many there were: none may come again.
    state.forgotten =
      (state.forgotten ?? 0) +
      runIds.length +
      state.configurationVersions.length -
      versions.length +
      1;
    state.configurationVersions = versions;
    state.workspaces = state.workspaces.filter(one => one.id !== id);
    state.runs = state.runs.filter(run => run.workspaceId !== id);
    this.store.save([]);
  }

  /** Those whose names match `search[wildcard-name]`. */
  #matching(query: Query): HcpWorkspace[] {
    const pattern = (query.search as Record<string, unknown> | undefined)?.[
      'wildcard-name'
    ];
    const { workspaces } = this.store.state;
    if (typeof pattern !== 'string') {
      return workspaces;
    }
    const part = pattern.replace(/^\*|\*$/g, '');
    return workspaces.filter(
      ({ name }) =>
        name.includes(part) &&
        (pattern.startsWith('*') || name.startsWith(part)) &&
        (pattern.endsWith('*') || name.endsWith(part)),
    );
  }

  #projectId(id: string | undefined): string {
    const { projects } = this.store.state;
    return found(id ? projects.find(one => one.id === id) : projects[0]).id;
  }
}
