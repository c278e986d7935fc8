import { apiPath, text } from '../json-api';
import type { ApiResource, JsonApi } from '../json-api';
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
  };
}
