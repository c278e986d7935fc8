import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  SoaAccountsApiClient,
  soaAccountsApiRef,
} from '@backstage-soa/plugin-soa-react';

export { soaAccountsTranslationRef } from './translation';

const rootRouteRef = createRouteRef({ id: 'soa-accounts' });

/** @public */
export const soaAccountsPlugin = createPlugin({
  id: 'soa-accounts',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: soaAccountsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: deps => new SoaAccountsApiClient(deps),
    }),
  ],
});

/** @public */
export const SoaAccountsPage = soaAccountsPlugin.provide(
  createRoutableExtension({
    name: 'SoaAccountsPage',
    mountPoint: rootRouteRef,
    component: () => import('./matrix/MatrixPage').then(m => m.MatrixPage),
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

/**
 * The tab *Where it runs* of a component.
 *
 * @public
 */
export const EntityPlacementsContent = soaAccountsPlugin.provide(
  createComponentExtension({
    name: 'EntityPlacementsContent',
    component: {
      lazy: () => import('./where-it-runs').then(m => m.EntityPlacements),
    },
  }),
);

/**
 * What an account is for, and whose it is.
 *
 * @public
 */
export const EntityAccountCard = soaAccountsPlugin.provide(
  createComponentExtension({
    name: 'EntityAccountCard',
    component: { lazy: () => import('./account').then(m => m.AccountCard) },
  }),
);

/**
 * The policies of the organisation that bound an account.
 *
 * @public
 */
export const EntityGuardRailsCard = soaAccountsPlugin.provide(
  createComponentExtension({
    name: 'EntityGuardRailsCard',
    component: { lazy: () => import('./account').then(m => m.GuardRailsCard) },
  }),
);

/**
 * The workspaces whose placement is in an account.
 *
 * @public
 */
export const EntityAccountWorkspacesCard = soaAccountsPlugin.provide(
  createComponentExtension({
    name: 'EntityAccountWorkspacesCard',
    component: {
      lazy: () => import('./account').then(m => m.AccountWorkspacesCard),
    },
  }),
);
