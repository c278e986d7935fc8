import type { FetchApi } from '@backstage/core-plugin-api';
import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  LockQuery,
  NetworkRange,
  NetworkRangeQuery,
  Page,
  Rollout,
  RolloutSummary,
  SoaLock,
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
  listLocks(query: LockQuery, signal?: AbortSignal): Promise<Page<SoaLock>>;
  /** Frees a lock, or takes its owner out of the queue. */
  releaseLock(id: string): Promise<void>;
  listNetworkRanges(
    query: NetworkRangeQuery,
    signal?: AbortSignal,
  ): Promise<Page<NetworkRange>>;
  releaseNetworkRange(id: string): Promise<void>;
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

  listLocks(query: LockQuery, signal?: AbortSignal) {
    return this.#requests.get<Page<SoaLock>>(
      '/v1/locks',
      { ...query, limit: query.limit?.toString() },
      signal,
    );
  }

  async releaseLock(id: string) {
    await this.#requests.delete('/v1/locks', { id });
  }

  listNetworkRanges(query: NetworkRangeQuery, signal?: AbortSignal) {
    return this.#requests.get<Page<NetworkRange>>(
      '/v1/network-ranges',
      { ...query, limit: query.limit?.toString() },
      signal,
    );
  }

  async releaseNetworkRange(id: string) {
    await this.#requests.delete('/v1/network-ranges', { id });
  }
}
