import { screen } from '@testing-library/react';
import { EntityRelationsGraph } from '@backstage/plugin-catalog-graph';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { soaCatalogGraphApiFactory } from './legacy';

const entity = (
  kind: string,
  name: string,
  type: string,
  targetRef: string,
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  relations: [{ type, targetRef }],
});

it('draws in which account a service runs', async () => {
  const { api, factory } = soaCatalogGraphApiFactory;
  const catalog = catalogApiMock({
    entities: [
      entity('Component', 'orders', 'runsIn', 'resource:default/011122223333'),
      entity('Resource', '011122223333', 'hosts', 'component:default/orders'),
    ],
  });
  // Browsers measure what is drawn.
  Object.assign(SVGElement.prototype, {
    getBBox: () => ({ width: 100, height: 20 }),
  });
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [api, factory({})],
        [catalogApiRef, catalog],
      ]}
    >
      <EntityRelationsGraph
        rootEntityNames={{
          kind: 'component',
          namespace: 'default',
          name: 'orders',
        }}
      />
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  expect(await screen.findByText('011122223333')).toBeInTheDocument();
  expect(await screen.findByText(/runsIn/)).toBeInTheDocument();
});
