import { fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiRocketLine } from '@remixicon/react';
import { SoaDeliveryApiClient, soaDeliveryApiRef } from './api';
import { rolloutRouteRef, rootRouteRef } from './routes';

const api = ApiBlueprint.make({
  params: define =>
    define({
      api: soaDeliveryApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: deps => new SoaDeliveryApiClient(deps),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/soa-delivery',
    routeRef: rootRouteRef,
    loader: () =>
      import('./rollouts/RolloutsRouter').then(m => <m.RolloutsRouter />),
  },
});

const tab = EntityContentBlueprint.make({
  name: 'rollouts',
  params: {
    path: '/rollouts',
    title: 'Rollouts',
    filter: { kind: 'component', 'spec.placements': { $exists: true } },
    loader: () =>
      import('./rollouts/EntityRollouts').then(m => <m.EntityRollouts />),
  },
});

/**
 * Shows rollouts.
 *
 * @public
 */
export const soaDeliveryPlugin = createFrontendPlugin({
  pluginId: 'soa-delivery',
  title: 'Rollouts',
  icon: <RiRocketLine />,
  extensions: [api, page, tab],
  routes: { root: rootRouteRef, rollout: rolloutRouteRef },
  info: { packageJson: () => import('../package.json') },
});
