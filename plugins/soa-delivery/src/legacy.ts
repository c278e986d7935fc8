/**
 * The same pages for apps that are still built from routes and components.
 *
 * @packageDocumentation
 */

import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { SoaDeliveryApiClient, soaDeliveryApiRef } from './api';
import {
  reservationsRouteRef,
  rolloutRouteRef,
  rootRouteRef,
  sandboxEnvironmentsRouteRef,
} from './routes';

export { soaDeliveryApiRef } from './api';
export type { SoaDeliveryApi } from './api';
export { soaDeliveryTranslationRef } from './translation';

/** @public */
export const soaDeliveryPlugin = createPlugin({
  id: 'soa-delivery',
  routes: {
    root: rootRouteRef,
    rollout: rolloutRouteRef,
    reservations: reservationsRouteRef,
    sandboxEnvironments: sandboxEnvironmentsRouteRef,
  },
  apis: [
    createApiFactory({
      api: soaDeliveryApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: deps => new SoaDeliveryApiClient(deps),
    }),
  ],
});

/**
 * All rollouts, and the page of each.
 *
 * @public
 */
export const SoaDeliveryPage = soaDeliveryPlugin.provide(
  createRoutableExtension({
    name: 'SoaDeliveryPage',
    mountPoint: rootRouteRef,
    component: () =>
      import('./rollouts/RolloutsRouter').then(m => m.RolloutsRouter),
  }),
);

/**
 * The rollouts of a component, for a tab of its page.
 *
 * @public
 */
export const EntityRolloutsContent = soaDeliveryPlugin.provide(
  createComponentExtension({
    name: 'EntityRolloutsContent',
    component: {
      lazy: () =>
        import('./rollouts/EntityRollouts').then(m => m.EntityRollouts),
    },
  }),
);

/**
 * How long a sandbox environment is there, for its component's page; nothing on
 * other components.
 *
 * @public
 */
export const EntitySandboxEnvironmentCard = soaDeliveryPlugin.provide(
  createComponentExtension({
    name: 'EntitySandboxEnvironmentCard',
    component: {
      lazy: () =>
        import('./sandbox-environments/SandboxEnvironmentCard').then(
          m => m.SandboxEnvironmentCard,
        ),
    },
  }),
);

/**
 * What waits for the viewer's approval, as a card of the home page.
 *
 * @public
 */
export const HomePageMyApprovals = soaDeliveryPlugin.provide(
  createCardExtension({
    name: 'HomePageMyApprovals',
    title: 'Waiting for my approval',
    description: 'Rollouts that begin or go on once you approve',
    components: () =>
      import('./rollouts/approvals/MyApprovals').then(m => ({
        Content: m.MyApprovals,
      })),
    layout: { width: { minColumns: 3 }, height: { minRows: 3 } },
  }),
);
