import type { FetchApi } from '@backstage/core-plugin-api';
import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  Page,
  Rollout,
  RolloutSummary,
} from '@backstage-soa/plugin-soa-common';
import { PluginRequests } from '@backstage-soa/plugin-soa-react';

/**
 * The rollouts that the signed-in user may see.
 *
 * @public
 */
export interface SoaDeliveryApi {
  listRollouts(
    query: { component?: string; cursor?: string },
    signal?: AbortSignal,
  ): Promise<Page<RolloutSummary>>;
  getRollout(id: string, signal?: AbortSignal): Promise<Rollout>;
}

/** @public */
export const soaDeliveryApiRef = createApiRef<SoaDeliveryApi>({
  id: 'plugin.soa-delivery.client',
});

/** Reads rollouts over HTTP. */
export class SoaDeliveryApiClient implements SoaDeliveryApi {
  readonly #requests: PluginRequests;

  constructor(options: { fetchApi: FetchApi }) {
    this.#requests = new PluginRequests(options.fetchApi, 'soa-delivery');
  }

  listRollouts(
    query: { component?: string; cursor?: string },
    signal?: AbortSignal,
  ) {
    return this.#requests.get<Page<RolloutSummary>>(
      '/v1/rollouts',
      query,
      signal,
    );
  }

  getRollout(id: string, signal?: AbortSignal) {
    return this.#requests.get<Rollout>(
      `/v1/rollouts/${encodeURIComponent(id)}`,
      {},
      signal,
    );
  }
}
