import { z } from 'zod';
import { token } from '../../deterministic';
import { HcpError } from '../HcpError';
import type { HcpWorkspace } from '../HcpState';
import type { HcpStore } from '../HcpStore';
import { iso, linkage, listPage, readBody, to } from '../json-api';
import type { Query } from '../json-api';

const newTrigger = z.object({
  data: z.object({ relationships: z.object({ sourceable: linkage }) }),
});

/** After which other workspaces one runs. They start nothing here. */
export class RunTriggers {
  constructor(private readonly store: HcpStore) {}

  list(workspaceId: string, query: Query) {
    const { 'run-trigger': filter } = (query.filter ?? {}) as Record<
      string,
      { type?: string } | undefined
    >;
    const workspace = this.store.workspace(workspaceId);
    if (filter?.type !== 'inbound') {
      throw new HcpError(400, 'filter[run-trigger][type] must be inbound here');
    }
    return listPage(workspace.runTriggerSources ?? [], query, sources => ({
      data: sources.map(source => this.#resource(workspace, source)),
    }));
  }

  create(workspaceId: string, body: unknown) {
    const workspace = this.store.workspace(workspaceId);
    const { id } = readBody(newTrigger, body).data.relationships.sourceable
      .data;
    this.store.workspace(id);
    const sources = (workspace.runTriggerSources ??= []);
    if (sources.includes(id)) {
      throw new HcpError(422, 'Sourceable has already been taken');
    }
    sources.push(id);
    this.store.save([]);
    return { data: this.#resource(workspace, id) };
  }

  #resource(workspace: HcpWorkspace, sourceId: string) {
    return {
      id: `rt-${token(16, workspace.id, sourceId)}`,
      type: 'run-triggers',
      attributes: {
        'workspace-name': workspace.name,
        'sourceable-name': this.store.workspace(sourceId).name,
        'created-at': iso(workspace.changedAt),
      },
      relationships: {
        workspace: to('workspaces', workspace.id),
        sourceable: to('workspaces', sourceId),
      },
    };
  }
}
