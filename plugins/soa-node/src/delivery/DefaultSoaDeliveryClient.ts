import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type {
  DeployAccessList,
  DeployAccessRequest,
  LockQuery,
  LockRelease,
  LockRequest,
  NetworkRange,
  NetworkRangeQuery,
  NetworkRangeRelease,
  NetworkRangeRequest,
  Page,
  Rollout,
  RolloutPreview,
  RolloutRequest,
  SandboxEnvironment,
  SandboxEnvironmentRequest,
  SoaLock,
} from '@backstage-soa/plugin-soa-common';
import { PluginHttpClient } from '../plugin-http';
import type { SoaDeliveryClient } from './SoaDeliveryClient';

/** Starts rollouts, and asks for deploy access and reservations, over HTTP. */
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

  acquireLock(
    request: LockRequest,
    options: Parameters<SoaDeliveryClient['acquireLock']>[1],
  ): Promise<SoaLock> {
    return this.#http.post('/v1/locks', request, options);
  }

  listLocks(
    query: LockQuery,
    options: Parameters<SoaDeliveryClient['listLocks']>[1],
  ): Promise<Page<SoaLock>> {
    return this.#http.get('/v1/locks', { ...query }, options);
  }

  releaseLocks(
    query: LockRelease,
    options: Parameters<SoaDeliveryClient['releaseLocks']>[1],
  ): Promise<{ items: SoaLock[] }> {
    return this.#http.delete('/v1/locks', { ...query }, options);
  }

  allocateNetworkRange(
    request: NetworkRangeRequest,
    options: Parameters<SoaDeliveryClient['allocateNetworkRange']>[1],
  ): Promise<NetworkRange> {
    return this.#http.post('/v1/network-ranges', request, options);
  }

  listNetworkRanges(
    query: NetworkRangeQuery,
    options: Parameters<SoaDeliveryClient['listNetworkRanges']>[1],
  ): Promise<Page<NetworkRange>> {
    return this.#http.get('/v1/network-ranges', { ...query }, options);
  }

  releaseNetworkRanges(
    query: NetworkRangeRelease,
    options: Parameters<SoaDeliveryClient['releaseNetworkRanges']>[1],
  ): Promise<{ items: NetworkRange[] }> {
    return this.#http.delete('/v1/network-ranges', { ...query }, options);
  }

  ensureSandboxEnvironment(
    request: SandboxEnvironmentRequest,
    options: Parameters<SoaDeliveryClient['ensureSandboxEnvironment']>[1],
  ): Promise<SandboxEnvironment> {
    return this.#http.post('/v1/sandbox-environments', request, options);
  }
}
