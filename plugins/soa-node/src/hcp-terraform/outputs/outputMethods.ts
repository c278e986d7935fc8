import type { HcpTerraformClient } from '../HcpTerraformClient';
import { apiPath, flag, text } from '../json-api';
import type { JsonApi } from '../json-api';

export function outputMethods(
  api: JsonApi,
): Pick<HcpTerraformClient, 'listOutputs'> {
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
