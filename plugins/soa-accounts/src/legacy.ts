import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  SoaAccountsApiClient,
  soaAccountsApiRef,
} from '@backstage-soa/plugin-soa-react';

import {
  differencesRouteRef,
  matrixRouteRef,
  organisationRouteRef,
  regionsRouteRef,
  rolloutsRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';

export { soaAccountsTranslationRef } from './translation';

/** @public */
export const soaAccountsPlugin = createPlugin({
  id: 'soa-accounts',
  routes: {
    root: rootRouteRef,
    matrix: matrixRouteRef,
    organisation: organisationRouteRef,
    regions: regionsRouteRef,
    differences: differencesRouteRef,
  },
  externalRoutes: { template: templateRouteRef, rollouts: rolloutsRouteRef },
  apis: [
    createApiFactory({
      api: soaAccountsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: deps => new SoaAccountsApiClient(deps),
    }),
  ],
});

/**
 * All that runs where, in tabs.
 *
 * @public
 */
export const SoaAccountsPage = soaAccountsPlugin.provide(
  createRoutableExtension({
    name: 'SoaAccountsPage',
    mountPoint: rootRouteRef,
    component: () =>
      import('./page/AccountsRouter').then(m => m.AccountsRouter),
  }),
);

/** @public */
export const EntityPlacementsCard = soaAccountsPlugin.provide(
  createComponentExtension({
    name: 'EntityPlacementsCard',
    component: {
      lazy: () => import('./cards/PlacementsCard').then(m => m.PlacementsCard),
    },
  }),
);
