import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { soaDeliveryApiRef } from '../api';
import type { SoaDeliveryApi } from '../api';
import { RolloutsRouter } from '../rollouts/RolloutsRouter';
import { rootRouteRef } from '../routes';

/** The plugin's pages, on an API that the test gives. */
export function renderPage(path: string, api: Partial<SoaDeliveryApi>) {
  const whole: Partial<SoaDeliveryApi> = {
    listApprovals: async () => ({ items: [] }),
    ...api,
  };
  return renderInTestApp(<RolloutsRouter />, {
    mountPath: '/soa-delivery/*',
    initialRouteEntries: [`/soa-delivery${path}`],
    mountedRoutes: {
      '/soa-delivery': convertLegacyRouteRef(rootRouteRef),
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
    apis: [
      [soaDeliveryApiRef, whole as SoaDeliveryApi],
      [
        catalogApiRef,
        catalogApiMock({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: { name: 'orders', namespace: 'default' },
              spec: { placements: [] },
            },
          ],
        }),
      ],
    ],
  });
}
