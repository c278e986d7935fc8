import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Rollout, RolloutRequest } from '@backstage-soa/plugin-soa-common';

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
}
