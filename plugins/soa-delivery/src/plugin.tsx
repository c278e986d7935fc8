import { fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import type { RendererProps } from '@backstage/plugin-home-react';
import { RiRocketLine } from '@remixicon/react';
import { SoaDeliveryApiClient, soaDeliveryApiRef } from './api';
import {
  reservationsRouteRef,
  rolloutRouteRef,
  rootRouteRef,
  sandboxEnvironmentsRouteRef,
} from './routes';

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

const sandboxEnvironment = EntityCardBlueprint.make({
  name: 'sandbox-environment',
  params: {
    filter: { kind: 'component', 'spec.placements': { $exists: true } },
    loader: () =>
      import('./sandbox-environments/SandboxEnvironmentCard').then(m => (
        <m.SandboxEnvironmentCard />
      )),
  },
});

const widget = HomePageWidgetBlueprint.make({
  name: 'my-approvals',
  params: {
    name: 'SoaMyApprovals',
    title: 'Waiting for my approval',
    description: 'Rollouts that begin or go on once you approve',
    components: () =>
      import('./rollouts/approvals/MyApprovalsCard').then(m => ({
        Content: m.MyApprovalsCard,
      })),
    // The card has a title of its own, in the reader's language.
    componentProps: {
      Renderer: ({ Content }: RendererProps) => <Content />,
    },
    layout: { width: { minColumns: 3 }, height: { minRows: 3 } },
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
  extensions: [api, page, tab, sandboxEnvironment, widget],
  routes: {
    root: rootRouteRef,
    rollout: rolloutRouteRef,
    reservations: reservationsRouteRef,
    sandboxEnvironments: sandboxEnvironmentsRouteRef,
  },
  info: { packageJson: () => import('../package.json') },
});
