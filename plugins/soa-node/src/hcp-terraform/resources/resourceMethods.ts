import { apiPath, text } from '../json-api';
import type { JsonApi } from '../json-api';
import type { HcpTerraformResourceMethods } from './HcpTerraformResourceMethods';

export function resourceMethods(api: JsonApi): HcpTerraformResourceMethods {
  return {
    async listResources(workspaceId, page, options) {
      const { items, nextPage } = await api.page(
        apiPath`/workspaces/${workspaceId}/resources`,
        page,
        options,
      );
      return {
        items: items.map(resource => ({
          id: resource.id,
          address: text(resource, 'address') ?? resource.id,
          type: text(resource, 'provider-type'),
          provider: text(resource, 'provider'),
          updatedAt: text(resource, 'updated-at'),
        })),
        ...(nextPage && { nextPage }),
      };
    },
  };
}
