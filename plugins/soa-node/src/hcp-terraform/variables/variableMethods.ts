import { apiPath } from '../json-api';
import type { JsonApi } from '../json-api';
import type { HcpTerraformVariableMethods } from './HcpTerraformVariableMethods';
import { toVariable } from './toVariable';

export function variableMethods(api: JsonApi): HcpTerraformVariableMethods {
  return {
    async listVariables(workspaceId, options) {
      const path = apiPath`/workspaces/${workspaceId}/vars`;
      return (await api.list(path, options)).map(toVariable);
    },

    async createVariable(workspaceId, input, options) {
      const variable = await api.write(
        'POST',
        apiPath`/workspaces/${workspaceId}/vars`,
        { data: { type: 'vars', attributes: input } },
        options,
      );
      return toVariable(variable);
    },

    async updateVariable(workspaceId, id, input, options) {
      const variable = await api.write(
        'PATCH',
        apiPath`/workspaces/${workspaceId}/vars/${id}`,
        { data: { id, type: 'vars', attributes: input } },
        options,
      );
      return toVariable(variable);
    },
  };
}
