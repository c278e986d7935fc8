import { apiPath, count, text } from '../json-api';
import type { JsonApi } from '../json-api';
import type { HcpTerraformPlanMethods } from './HcpTerraformPlanMethods';

export function planMethods(api: JsonApi): HcpTerraformPlanMethods {
  return {
    async getPlan(id, options) {
      const found = await api.read(apiPath`/plans/${id}`, options);
      return (
        found && {
          id: found.data.id,
          status: text(found.data, 'status') ?? 'unknown',
          resourceAdditions: count(found.data, 'resource-additions'),
          resourceChanges: count(found.data, 'resource-changes'),
          resourceDestructions: count(found.data, 'resource-destructions'),
          resourceImports: count(found.data, 'resource-imports'),
        }
      );
    },
  };
}
