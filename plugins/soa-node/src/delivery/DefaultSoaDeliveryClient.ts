import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { Rollout, RolloutRequest } from '@backstage-soa/plugin-soa-common';
import { PluginHttpClient } from '../plugin-http';
import type { SoaDeliveryClient } from './SoaDeliveryClient';

/** Starts rollouts over HTTP. */
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
}
