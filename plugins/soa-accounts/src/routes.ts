import { createExternalRouteRef } from '@backstage/core-plugin-api';

/** The page of a rollout, where `soa-delivery` is there. */
export const rolloutRouteRef = createExternalRouteRef({
  id: 'soa-accounts/rollout',
  params: ['id'],
  optional: true,
  defaultTarget: 'soa-delivery.rollout',
});
