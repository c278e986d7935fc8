import type { FetchApi } from '@backstage/core-plugin-api';
import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  LockQuery,
  NetworkRange,
  NetworkRangeQuery,
  Page,
  Rollout,
  RolloutAction,
  RolloutApprovalItem,
  RolloutDecision,
  RolloutLog,
  RolloutState,
  RolloutSummary,
  SandboxEnvironment,
  SandboxEnvironmentDeletion,
  SandboxEnvironmentExtension,
  SoaLock,
} from '@backstage-soa/plugin-soa-common';
import { PluginRequests } from '@backstage-soa/plugin-soa-react';

/**
 * Which rollouts are listed: those that match all that is said.
 *
 * @public
 */
export interface RolloutQuery {
  /** The entity reference of the component. */
  component?: string;
  state?: RolloutState;
  /** The entity reference of the user who started them. */
  initiator?: string;
  cursor?: string;
  limit?: number;
}

/**
 * Which sandbox environments are listed.
 *
 * @public
 */
export interface SandboxEnvironmentQuery {
  /** The entity reference of the component. */
  component?: string;
  cursor?: string;
  limit?: number;
}

/**
 * The rollouts that the signed-in user may see, and what they may do with them.
 *
 * @public
 */
export interface SoaDeliveryApi {
  listRollouts(
    query: RolloutQuery,
    signal?: AbortSignal,
  ): Promise<Page<RolloutSummary>>;
  getRollout(id: string, signal?: AbortSignal): Promise<Rollout>;
  /** What Terraform has printed in the newest run of a placement, by its key. */
  getRolloutLog(
    id: string,
    placement: string,
    signal?: AbortSignal,
  ): Promise<RolloutLog>;
  /** Open approvals on which the signed-in user may decide. */
  listApprovals(
    query: { cursor?: string },
    signal?: AbortSignal,
  ): Promise<Page<RolloutApprovalItem>>;
  decideOnRollout(id: string, decision: RolloutDecision): Promise<Rollout>;
  steerRollout(
    id: string,
    action: RolloutAction,
    comment?: string,
  ): Promise<Rollout>;
  listLocks(query: LockQuery, signal?: AbortSignal): Promise<Page<SoaLock>>;
  /** Frees a lock, or takes its owner out of the queue. */
  releaseLock(id: string): Promise<void>;
  listNetworkRanges(
    query: NetworkRangeQuery,
    signal?: AbortSignal,
  ): Promise<Page<NetworkRange>>;
  releaseNetworkRange(id: string): Promise<void>;
  listSandboxEnvironments(
    query: SandboxEnvironmentQuery,
    signal?: AbortSignal,
  ): Promise<Page<SandboxEnvironment>>;
  extendSandboxEnvironment(
    extension: SandboxEnvironmentExtension,
  ): Promise<SandboxEnvironment>;
  /** Has it destroyed now, by a rollout. */
  deleteSandboxEnvironment(
    deletion: SandboxEnvironmentDeletion,
  ): Promise<SandboxEnvironment>;
}

/** @public */
export const soaDeliveryApiRef = createApiRef<SoaDeliveryApi>({
  id: 'plugin.soa-delivery.client',
});

/** Reads and steers rollouts over HTTP. */
export class SoaDeliveryApiClient implements SoaDeliveryApi {
  readonly #requests: PluginRequests;

  constructor(options: { fetchApi: FetchApi }) {
    this.#requests = new PluginRequests(options.fetchApi, 'soa-delivery');
  }

  listRollouts(query: RolloutQuery, signal?: AbortSignal) {
    return this.#requests.get<Page<RolloutSummary>>(
      '/v1/rollouts',
      { ...query },
      signal,
    );
  }

  getRollout(id: string, signal?: AbortSignal) {
    return this.#requests.get<Rollout>(pathOf(id), {}, signal);
  }

  getRolloutLog(id: string, placement: string, signal?: AbortSignal) {
    return this.#requests.get<RolloutLog>(
      `${pathOf(id)}/log`,
      { placement },
      signal,
    );
  }

  listApprovals(query: { cursor?: string }, signal?: AbortSignal) {
    return this.#requests.get<Page<RolloutApprovalItem>>(
      '/v1/approvals',
      query,
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

  decideOnRollout(id: string, decision: RolloutDecision) {
    return this.#requests.post<Rollout>(`${pathOf(id)}/approve`, decision);
  }

  steerRollout(id: string, action: RolloutAction, comment?: string) {
    return this.#requests.post<Rollout>(`${pathOf(id)}/${action}`, {
      comment,
    });
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

  listSandboxEnvironments(
    query: SandboxEnvironmentQuery,
    signal?: AbortSignal,
  ) {
    return this.#requests.get<Page<SandboxEnvironment>>(
      '/v1/sandbox-environments',
      { ...query },
      signal,
    );
  }

  extendSandboxEnvironment(extension: SandboxEnvironmentExtension) {
    return this.#requests.post<SandboxEnvironment>(
      '/v1/sandbox-environments/extend',
      extension,
    );
  }

  deleteSandboxEnvironment(deletion: SandboxEnvironmentDeletion) {
    return this.#requests.post<SandboxEnvironment>(
      '/v1/sandbox-environments/delete',
      deletion,
    );
  }
}

function pathOf(id: string): string {
  return `/v1/rollouts/${encodeURIComponent(id)}`;
}
