import { z } from 'zod';
import { token } from '../../deterministic';
import { TERRAFORM_ORGANIZATION } from '../../organisation';
import type { HcpVariableSet } from '../HcpState';
import { found } from '../HcpStore';
import type { HcpStore } from '../HcpStore';
import { listPage, readBody, to } from '../json-api';
import type { Query } from '../json-api';

const workspaces = z.object({ data: z.array(z.object({ id: z.string() })) });

/** The variable sets of the organization. */
export class VariableSets {
  constructor(private readonly store: HcpStore) {}

  list(query: Query) {
    const part = String(query.q ?? '');
    return listPage(
      this.#all.filter(({ name }) => name.includes(part)),
      query,
      sets => ({ data: sets.map(variableSetResource) }),
    );
  }

  apply(id: string, body: unknown): void {
    const set = found(this.#all.find(one => one.id === id));
    const ids = readBody(workspaces, body).data.map(one => one.id);
    ids.forEach(workspaceId => this.store.workspace(workspaceId));
    set.workspaceIds = [...new Set([...set.workspaceIds, ...ids])];
    this.store.save([]);
  }

  get #all(): HcpVariableSet[] {
    return (this.store.state.variableSets ??= [
      {
        id: `varset-${token(16, 'varset', 'shared-settings')}`,
        name: 'shared-settings',
        workspaceIds: [],
      },
    ]);
  }
}

function variableSetResource({ id, name, workspaceIds }: HcpVariableSet) {
  return {
    id,
    type: 'varsets',
    attributes: {
      name,
      description: 'simulated',
      global: false,
      priority: false,
      'var-count': 0,
      'workspace-count': workspaceIds.length,
      'project-count': 0,
    },
    relationships: {
      organization: to('organizations', TERRAFORM_ORGANIZATION),
      workspaces: {
        data: workspaceIds.map(workspaceId => ({
          type: 'workspaces',
          id: workspaceId,
        })),
      },
      projects: { data: [] },
    },
  };
}
