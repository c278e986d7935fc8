import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { soaAccountsApiRef } from '@backstage-soa/plugin-soa-react';
import { orders } from './__testUtils__/orders';
import { placementOf } from './__testUtils__/placementOf';
import { withLayout } from './__testUtils__/withLayout';
import {
  EntityPlacementsCard,
  SoaAccountsPage,
  soaAccountsPlugin,
} from './legacy';

const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

function onApi(children: JSX.Element) {
  const api = { listPlacements: async () => [placementOf()] };
  return (
    <TestApiProvider apis={[[soaAccountsApiRef, api]]}>
      <EntityProvider entity={orders}>{children}</EntityProvider>
    </TestApiProvider>
  );
}

withLayout();

describe('the legacy plugin', () => {
  it('provides the API', () => {
    expect([...soaAccountsPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      'plugin.soa-accounts.client',
    ]);
  });

  it('has a page', async () => {
    await renderInTestApp(
      onApi(
        <Routes>
          <Route path="/soa-accounts/*" element={<SoaAccountsPage />} />
        </Routes>,
      ),
      {
        routeEntries: ['/soa-accounts'],
        mountedRoutes: {
          ...mountedRoutes,
          '/soa-accounts': soaAccountsPlugin.routes.root,
        },
      },
    );
    expect(
      await screen.findByRole('table', { name: 'Services by account' }),
    ).toBeInTheDocument();
    const tabs = screen.getAllByRole('tab');
    expect(tabs.map(({ textContent }) => textContent)).toEqual([
      'Matrix',
      'Organisation',
      'Regions',
      'Differences',
    ]);
    expect(tabs[0]).toHaveAttribute('aria-selected', 'true');
    await userEvent.click(tabs[2]);
    expect(
      await screen.findByRole('region', { name: 'What runs in which Region' }),
    ).toBeInTheDocument();
  });

  it('has a card', async () => {
    await renderInTestApp(onApi(<EntityPlacementsCard of="component" />), {
      mountedRoutes,
    });
    expect(await screen.findByText('Where it runs')).toBeInTheDocument();
    expect(await screen.findByText('In sync')).toBeInTheDocument();
  });
});
