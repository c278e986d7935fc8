import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';
import { resolvePlan } from '../plan';
import type { PlanSettings } from '../plan';
import type { RolloutWish } from '../store';
import { requestOf } from './requestOf';

const SETTINGS: PlanSettings = {
  environments: [
    { name: 'sandbox', production: false, sandbox: true },
    { name: 'dev', production: false, sandbox: false },
    { name: 'prod', production: true, sandbox: false },
  ],
  stages: new Map(),
  maxConcurrent: 10,
};

/** What is asked for, as it is kept: `orders`, in two Regions of prod. */
export function rolloutWish(
  change: Partial<RolloutRequest> = {},
  settings: Partial<PlanSettings> = {},
): RolloutWish {
  const { plan = {}, ...request } = requestOf(change);
  return {
    ...request,
    stages: resolvePlan(
      [{ plan, path: 'plan', isOfRequest: true }],
      request.placements,
      { ...SETTINGS, ...settings, operation: request.operation },
    ),
  };
}

/** The same, of the commit of this number. */
export function rolloutWishOfCommit(
  commit: number,
  change: Partial<RolloutRequest> = {},
): RolloutWish {
  const url = `https://code.example/shop/orders/archive/${commit}.tar.gz`;
  return rolloutWish({ source: { url }, ...change });
}
