import {
  apiPath,
  flag,
  Included,
  LARGEST_PAGE,
  relatedId,
  text,
} from '../json-api';
import type { ApiList, ApiResource, JsonApi } from '../json-api';
import type { Transport } from '../transport';
import type { HcpTerraformConfigurationVersion } from './HcpTerraformConfigurationVersion';
import type { HcpTerraformConfigurationVersionMethods } from './HcpTerraformConfigurationVersionMethods';

export function configurationVersionMethods(
  api: JsonApi,
  transport: Transport,
): HcpTerraformConfigurationVersionMethods {
  return {
    async createConfigurationVersion(workspaceId, options) {
      const version = await api.write(
        'POST',
        apiPath`/workspaces/${workspaceId}/configuration-versions`,
        {
          data: {
            type: 'configuration-versions',
            attributes: {
              'auto-queue-runs': false,
              ...(options?.speculative && { speculative: true }),
            },
          },
        },
        options,
      );
      return toConfigurationVersion(version);
    },

    async getConfigurationVersion(id, options) {
      const found = await api.read(
        apiPath`/configuration-versions/${id}`,
        options,
      );
      return found && toConfigurationVersion(found.data);
    },

    async listConfigurationVersions(workspaceId, options) {
      const newest = await api
        .pages(
          apiPath`/workspaces/${workspaceId}/configuration-versions`,
          { include: 'ingress_attributes', 'page[size]': LARGEST_PAGE },
          options,
        )
        .next();
      const { data, included } = newest.value as ApiList;
      const found = new Included(included);
      return data.map(resource => {
        const ingress = found.find(
          'ingress-attributes',
          relatedId(resource, 'ingress-attributes'),
        );
        const commitSha = ingress && text(ingress, 'commit-sha');
        return {
          ...toConfigurationVersion(resource),
          ...(commitSha && { commitSha }),
        };
      });
    },

    uploadConfiguration: (uploadUrl, archive, options) =>
      transport.upload(uploadUrl, archive, options?.signal),
  };
}

function toConfigurationVersion(
  resource: ApiResource,
): HcpTerraformConfigurationVersion {
  return {
    id: resource.id,
    status: text(resource, 'status') ?? 'unknown',
    errorMessage: text(resource, 'error-message'),
    uploadUrl: text(resource, 'upload-url'),
    ...(flag(resource, 'speculative') && { speculative: true }),
  };
}
