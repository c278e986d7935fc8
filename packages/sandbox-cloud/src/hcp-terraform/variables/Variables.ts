import { HcpError } from '../HcpError';
import type { HcpVariable } from '../HcpState';
import { found } from '../HcpStore';
import type { HcpStore } from '../HcpStore';
import { variableBody, variableChange } from './variableBody';
import { variableResource } from './variableResource';

/** The variables of a workspace. */
export class Variables {
  constructor(private readonly store: HcpStore) {}

  list(workspaceId: string) {
    return {
      data: this.store.workspace(workspaceId).variables.map(variableResource),
    };
  }

  create(workspaceId: string, body: unknown) {
    const workspace = this.store.workspace(workspaceId);
    const input = variableBody(body);
    const taken = workspace.variables.some(
      ({ key, category }) => key === input.key && category === input.category,
    );
    if (taken) {
      throw new HcpError(422, 'Key has already been taken');
    }
    const id = this.store.id('var', workspaceId, input.category, input.key);
    const variable: HcpVariable = { id, ...input, versionId: `${id}-1` };
    workspace.variables.push(variable);
    this.store.save([]);
    return { data: variableResource(variable) };
  }

  update(workspaceId: string, id: string, body: unknown) {
    const variable = found(
      this.store.workspace(workspaceId).variables.find(one => one.id === id),
    );
    const version = Number(variable.versionId?.split('-').pop() ?? 1);
    Object.assign(variable, variableChange(body), {
      versionId: `${id}-${version + 1}`,
    });
    this.store.save([]);
    return { data: variableResource(variable) };
  }
}
