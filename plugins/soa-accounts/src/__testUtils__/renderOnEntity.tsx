import type { Entity } from '@backstage/catalog-model';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { soaAccountsApiRef } from '@backstage-soa/plugin-soa-react';
import type { SoaAccountsApi } from '@backstage-soa/plugin-soa-react';

/** Something on the page of an entity, on an API that the test gives. */
export function renderOnEntity(
  element: JSX.Element,
  entity: Entity,
  api: Partial<SoaAccountsApi>,
) {
  return renderInTestApp(
    <EntityProvider entity={entity}>{element}</EntityProvider>,
    {
      config: {
        soa: {
          environments: [{ name: 'dev' }, { name: 'prod' }],
          console: { accessPortalUrl: 'https://acme.awsapps.com/start' },
        },
      },
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
      apis: [[soaAccountsApiRef, api as SoaAccountsApi]],
    },
  );
}
