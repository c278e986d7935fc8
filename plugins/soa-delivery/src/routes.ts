import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The list of rollouts. */
export const rootRouteRef = createRouteRef({ id: 'soa-delivery' });

/** One rollout. */
export const rolloutRouteRef = createSubRouteRef({
  id: 'soa-delivery/rollout',
  parent: rootRouteRef,
  path: '/rollouts/:id',
});
