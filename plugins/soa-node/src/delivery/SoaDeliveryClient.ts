import type { BackstageCredentials } from '@backstage/backend-plugin-api';
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

/**
 * The rollouts, as other backends use them: always with somebody's credentials.
 *
 * @public
 */
export interface SoaDeliveryClient {
  startRollout(
    request: RolloutRequest,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<Rollout>;

  /**
   * Has a rollout checked as `startRollout` does, and starts none.
   *
   * @throws ResponseError if it would be refused
   */
  previewRollout(
    request: RolloutRequest,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<RolloutPreview>;

  /** Asks for the roles that workspaces deploy with, and says how far they are. */
  requestAccess(
    request: DeployAccessRequest,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<DeployAccessList>;

  /** How far the roles are that were asked for. */
  listAccess(
    query: { componentRef: string },
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<DeployAccessList>;

  /**
   * Has the roles of a workspace that is gone taken away, or those of all workspaces
   * of a component. Asking again changes nothing.
   *
   * @param query - `workspace`: `organization/name`
   * @returns what is left until their run has ended
   * @throws ResponseError if a workspace still has resources, or may have some that
   *   the token does not see, or if the initiator may not do it
   */
  removeAccess(
    query: { componentRef: string; workspace?: string },
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<DeployAccessList>;

  /**
   * Asks for the exclusive use of an account or zone, or for a place in the queue.
   * The same owner asking again gets the same, and its time begins anew.
   */
  acquireLock(
    request: LockRequest,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<SoaLock>;

  listLocks(
    query: LockQuery,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<Page<SoaLock>>;

  /** Frees locks, and places in queues; nothing left to free is no error. */
  releaseLocks(
    query: LockRelease,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<{ items: SoaLock[] }>;

  /**
   * Asks for a range of addresses that nobody else gets. The same owner asking again
   * gets the same.
   */
  allocateNetworkRange(
    request: NetworkRangeRequest,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<NetworkRange>;

  listNetworkRanges(
    query: NetworkRangeQuery,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<Page<NetworkRange>>;

  /** Gives ranges back; nothing left to give back is no error. */
  releaseNetworkRanges(
    query: NetworkRangeRelease,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<{ items: NetworkRange[] }>;

  /**
   * Has a component destroyed once its time is up. Asking again changes nothing, not
   * even when that is.
   */
  ensureSandboxEnvironment(
    request: SandboxEnvironmentRequest,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<SandboxEnvironment>;
}
