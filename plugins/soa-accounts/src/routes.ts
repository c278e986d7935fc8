import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The page, which begins with the matrix. */
export const rootRouteRef = createRouteRef({ id: 'soa-accounts' });

/** The page of a rollout, where `soa-delivery` is there. */
export const rolloutRouteRef = createExternalRouteRef({
  id: 'soa-accounts/rollout',
  params: ['id'],
  optional: true,
  defaultTarget: 'soa-delivery.rollout',
});
