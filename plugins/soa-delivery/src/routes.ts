import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The list of rollouts. */
export const rootRouteRef = createRouteRef({ id: 'soa-delivery' });

/** One rollout. */
export const rolloutRouteRef = createSubRouteRef({
  id: 'soa-delivery/rollout',
  parent: rootRouteRef,
  path: '/rollouts/:id',
});

/** What is held, and who waits for it. */
export const reservationsRouteRef = createSubRouteRef({
  id: 'soa-delivery/reservations',
  parent: rootRouteRef,
  path: '/reservations',
});

/** Components that are there for a while only. */
export const sandboxEnvironmentsRouteRef = createSubRouteRef({
  id: 'soa-delivery/sandbox-environments',
  parent: rootRouteRef,
  path: '/sandbox-environments',
});
