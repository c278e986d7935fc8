import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { soaAccountsApiRef } from '@backstage-soa/plugin-soa-react';
import type { SoaAccountsApi } from '@backstage-soa/plugin-soa-react';

/** Something that shows placements, on an API that the test gives. */
export function renderWithPlacements(
  element: JSX.Element,
  listPlacements: SoaAccountsApi['listPlacements'],
  search = '',
  others: {
    api?: Partial<SoaAccountsApi>;
    catalog?: Partial<CatalogApi>;
  } = {},
) {
  const { api = {}, catalog = {} } = others;
  return renderInTestApp(element, {
    config: { soa: { environments: [{ name: 'dev' }, { name: 'prod' }] } },
    initialRouteEntries: [`/${search}`],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
    apis: [
      [soaAccountsApiRef, { ...api, listPlacements } as SoaAccountsApi],
      [catalogApiRef, catalog as CatalogApi],
    ],
  });
}
