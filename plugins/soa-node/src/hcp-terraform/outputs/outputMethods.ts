import { apiPath, flag, text } from '../json-api';
import type { JsonApi } from '../json-api';
import type { HcpTerraformOutputMethods } from './HcpTerraformOutputMethods';

export function outputMethods(api: JsonApi): HcpTerraformOutputMethods {
  return {
    async listOutputs(workspaceId, options) {
      const outputs = await api.list(
        apiPath`/workspaces/${workspaceId}/current-state-version-outputs`,
        options,
      );
      return outputs.map(output => {
        const sensitive = flag(output, 'sensitive') ?? false;
        return {
          name: text(output, 'name') ?? output.id,
          sensitive,
          ...(!sensitive && { value: output.attributes.value }),
        };
      });
    },
  };
}
