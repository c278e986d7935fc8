import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import {
  SEARCH_TYPE_ACCOUNT,
  SEARCH_TYPE_PLACEMENT,
} from '@backstage-soa/plugin-soa-common';
import {
  SoaAccountsApiClient,
  soaAccountsApiRef,
} from '@backstage-soa/plugin-soa-react';
import {
  differencesRouteRef,
  matrixRouteRef,
  organisationRouteRef,
  regionsRouteRef,
  rolloutRouteRef,
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
  externalRoutes: {
    rollout: rolloutRouteRef,
    rollouts: rolloutsRouteRef,
    template: templateRouteRef,
  },
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

/**
 * How much there is, as a card of the home page.
 *
 * @public
 */
export const HomePageEstate = soaAccountsPlugin.provide(
  createCardExtension({
    name: 'HomePageEstate',
    title: 'Estate at a glance',
    description:
      'How many services, placements, accounts and Regions there are',
    components: () =>
      import('./estate/Estate').then(m => ({ Content: m.Estate })),
    layout: { width: { minColumns: 3 }, height: { minRows: 3 } },
  }),
);

/**
 * Search results that are placements.
 *
 * @public
 */
export const PlacementSearchResultListItem = soaAccountsPlugin.provide(
  createSearchResultListItemExtension({
    name: 'PlacementSearchResultListItem',
    predicate: ({ type }) => type === SEARCH_TYPE_PLACEMENT,
    component: () =>
      import('./search/PlacementResultListItem').then(
        m => m.PlacementResultListItem,
      ),
  }),
);

/**
 * Search results that are accounts.
 *
 * @public
 */
export const AccountSearchResultListItem = soaAccountsPlugin.provide(
  createSearchResultListItemExtension({
    name: 'AccountSearchResultListItem',
    predicate: ({ type }) => type === SEARCH_TYPE_ACCOUNT,
    component: () =>
      import('./search/AccountResultListItem').then(
        m => m.AccountResultListItem,
      ),
  }),
);

/**
 * The runs, outputs and resources of a workspace, for a tab of its page.
 *
 * @public
 */
export const EntityWorkspaceContent = soaAccountsPlugin.provide(
  createComponentExtension({
    name: 'EntityWorkspaceContent',
    component: {
      lazy: () =>
        import('./workspace/EntityWorkspace').then(m => m.EntityWorkspace),
    },
  }),
);
