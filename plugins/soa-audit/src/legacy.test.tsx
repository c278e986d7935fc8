import { screen } from '@testing-library/react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { eventOf } from './__testUtils__/eventOf';
import { facetsOf, orders, pageOf } from './__testUtils__/renderAudit';
import { soaAuditApiRef } from './api';
import type { SoaAuditApi } from './api';
import { EntityAuditContent, soaAuditPlugin } from './legacy';

describe('the legacy plugin', () => {
  it('provides the API', () => {
    expect([...soaAuditPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      'plugin.soa-audit.client',
    ]);
  });

  it('has a tab', async () => {
    const api: Partial<SoaAuditApi> = {
      listEvents: async () => pageOf({ items: [eventOf()] }),
      getFacets: async () => facetsOf(),
    };
    await renderInTestApp(
      <TestApiProvider apis={[[soaAuditApiRef, api]]}>
        <EntityProvider entity={orders}>
          <EntityAuditContent />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
    );
    expect(
      await screen.findByRole('button', { name: 'DeleteCluster' }),
    ).toBeInTheDocument();
  });
});
