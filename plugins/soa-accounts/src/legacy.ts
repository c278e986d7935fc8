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
import { rolloutRouteRef } from './routes';

export { soaAccountsTranslationRef } from './translation';

const rootRouteRef = createRouteRef({ id: 'soa-accounts' });

/** @public */
export const soaAccountsPlugin = createPlugin({
  id: 'soa-accounts',
  routes: { root: rootRouteRef },
  externalRoutes: { rollout: rolloutRouteRef },
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
