import { apiPath, LARGEST_PAGE, relatedId } from '../json-api';
import type { ApiResource, JsonApi } from '../json-api';
import type { HcpTerraformRunTrigger } from './HcpTerraformRunTrigger';
import type { HcpTerraformRunTriggerMethods } from './HcpTerraformRunTriggerMethods';

export function runTriggerMethods(api: JsonApi): HcpTerraformRunTriggerMethods {
  return {
    async listRunTriggers(workspaceId, options) {
      const found: HcpTerraformRunTrigger[] = [];
      for await (const { data } of api.pages(
        apiPath`/workspaces/${workspaceId}/run-triggers`,
        // Without it the API answers 400.
        { 'filter[run-trigger][type]': 'inbound', 'page[size]': LARGEST_PAGE },
        options,
      )) {
        found.push(...data.map(toRunTrigger));
      }
      return found;
    },

    async createRunTrigger(workspaceId, sourceId, options) {
      const trigger = await api.write(
        'POST',
        apiPath`/workspaces/${workspaceId}/run-triggers`,
        {
          data: {
            type: 'run-triggers',
            attributes: {},
            relationships: {
              sourceable: { data: { type: 'workspaces', id: sourceId } },
            },
          },
        },
        options,
      );
      return toRunTrigger(trigger);
    },
  };
}

function toRunTrigger(resource: ApiResource): HcpTerraformRunTrigger {
  return { id: resource.id, sourceId: relatedId(resource, 'sourceable') };
}
