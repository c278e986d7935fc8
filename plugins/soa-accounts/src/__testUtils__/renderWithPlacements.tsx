import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { soaAccountsApiRef } from '@backstage-soa/plugin-soa-react';
import type { SoaAccountsApi } from '@backstage-soa/plugin-soa-react';

/** Something that shows placements, on an API that the test gives. */
export function renderWithPlacements(
  element: JSX.Element,
  listPlacements: SoaAccountsApi['listPlacements'],
  search = '',
) {
  return renderInTestApp(element, {
    config: { soa: { environments: [{ name: 'dev' }, { name: 'prod' }] } },
    initialRouteEntries: [`/${search}`],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
    apis: [
      [
        soaAccountsApiRef,
        { listPlacements } as Partial<SoaAccountsApi> as SoaAccountsApi,
      ],
    ],
  });
}
