import { apiPath } from '../json-api';
import type { JsonApi } from '../json-api';
import type { HcpTerraformOutputMethods } from './HcpTerraformOutputMethods';
import { toOutput } from './toOutput';

export function outputMethods(api: JsonApi): HcpTerraformOutputMethods {
  return {
    async listOutputs(workspaceId, options) {
      const outputs = await api.list(
        apiPath`/workspaces/${workspaceId}/current-state-version-outputs`,
        options,
      );
      return outputs.map(toOutput);
    },
  };
}
