import { to } from '../json-api';
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
      source: version.commit ? 'github' : 'tfe-api',
      speculative: version.speculative ?? false,
      status: version.status,
      'upload-url': uploadUrl ?? null,
    },
    relationships: {
      'ingress-attributes': to(
        'ingress-attributes',
        version.commit && ingressId(version),
      ),
    },
  };
}

/** Where a configuration version came from. */
export function ingressResource(version: HcpConfigurationVersion) {
  return {
    id: ingressId(version),
    type: 'ingress-attributes',
    attributes: { 'commit-sha': version.commit, 'is-pull-request': false },
  };
}

function ingressId({ id }: HcpConfigurationVersion): string {
  return id.replace(/^cv-/, 'ia-');
}
