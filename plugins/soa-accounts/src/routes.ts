import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
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

/** Services × accounts or Regions. */
export const matrixRouteRef = createSubRouteRef({
  id: 'soa-accounts/matrix',
  parent: rootRouteRef,
  path: '/matrix',
});

/** Units and accounts. */
export const organisationRouteRef = createSubRouteRef({
  id: 'soa-accounts/organisation',
  parent: rootRouteRef,
  path: '/organisation',
});

/** What would be lost with a Region. */
export const regionsRouteRef = createSubRouteRef({
  id: 'soa-accounts/regions',
  parent: rootRouteRef,
  path: '/regions',
});

/** What is not as declared. */
export const differencesRouteRef = createSubRouteRef({
  id: 'soa-accounts/differences',
  parent: rootRouteRef,
  path: '/differences',
});

/** A template of the scaffolder, where there is one. */
export const templateRouteRef = createExternalRouteRef({
  id: 'soa-accounts/template',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** The list of rollouts, where there is one. */
export const rolloutsRouteRef = createExternalRouteRef({
  id: 'soa-accounts/rollouts',
  optional: true,
  defaultTarget: 'soa-delivery.root',
});
