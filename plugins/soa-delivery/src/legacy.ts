import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { SoaDeliveryApiClient, soaDeliveryApiRef } from './api';

const rootRouteRef = createRouteRef({ id: 'soa-delivery' });

/** @public */
export const soaDeliveryPlugin = createPlugin({
  id: 'soa-delivery',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: soaDeliveryApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: deps => new SoaDeliveryApiClient(deps),
    }),
  ],
});

/** @public */
export const SoaDeliveryPage = soaDeliveryPlugin.provide(
  createRoutableExtension({
    name: 'SoaDeliveryPage',
    mountPoint: rootRouteRef,
    component: () =>
      import('./rollouts/RolloutsRouter').then(m => m.RolloutsRouter),
  }),
);
