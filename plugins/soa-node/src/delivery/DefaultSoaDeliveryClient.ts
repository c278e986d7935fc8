import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type {
  DeployAccessList,
  DeployAccessRequest,
  Rollout,
  RolloutPreview,
  RolloutRequest,
} from '@backstage-soa/plugin-soa-common';
import { PluginHttpClient } from '../plugin-http';
import type { SoaDeliveryClient } from './SoaDeliveryClient';

/** Starts rollouts, and asks for deploy access, over HTTP. */
export class DefaultSoaDeliveryClient implements SoaDeliveryClient {
  readonly #http: PluginHttpClient;

  constructor(services: { auth: AuthService; discovery: DiscoveryService }) {
    this.#http = new PluginHttpClient({
      ...services,
      pluginId: 'soa-delivery',
    });
  }

  startRollout(
    request: RolloutRequest,
    options: Parameters<SoaDeliveryClient['startRollout']>[1],
  ): Promise<Rollout> {
    return this.#http.post('/v1/rollouts', request, options);
  }

  previewRollout(
    request: RolloutRequest,
    options: Parameters<SoaDeliveryClient['previewRollout']>[1],
  ): Promise<RolloutPreview> {
    return this.#http.post(
      '/v1/rollouts',
      { ...request, dryRun: true },
      options,
    );
  }

  requestAccess(
    request: DeployAccessRequest,
    options: Parameters<SoaDeliveryClient['requestAccess']>[1],
  ): Promise<DeployAccessList> {
    return this.#http.post('/v1/access', request, options);
  }

  listAccess(
    query: Parameters<SoaDeliveryClient['listAccess']>[0],
    options: Parameters<SoaDeliveryClient['listAccess']>[1],
  ): Promise<DeployAccessList> {
    return this.#http.get('/v1/access', query, options);
  }

  removeAccess(
    query: Parameters<SoaDeliveryClient['removeAccess']>[0],
    options: Parameters<SoaDeliveryClient['removeAccess']>[1],
  ): Promise<DeployAccessList> {
    return this.#http.delete('/v1/access', query, options);
  }
}
