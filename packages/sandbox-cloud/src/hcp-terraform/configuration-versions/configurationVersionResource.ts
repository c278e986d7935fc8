import type { HcpConfigurationVersion } from '../HcpState';

export function configurationVersionResource(
  version: HcpConfigurationVersion,
  uploadUrl?: string,
) {
  return {
    id: version.id,
    type: 'configuration-versions',
    attributes: {
      'auto-queue-runs': false,
      error: null,
      'error-message': null,
      source: 'tfe-api',
      speculative: version.speculative ?? false,
      status: version.status,
      'upload-url': uploadUrl ?? null,
    },
  };
}
