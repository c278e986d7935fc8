import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { SearchResultListItemExtensions } from '@backstage/plugin-search-react';
import { soaAccountsApiRef } from '@backstage-soa/plugin-soa-react';
import { orders } from './__testUtils__/orders';
import { placementOf } from './__testUtils__/placementOf';
import { workspaceEntity } from './__testUtils__/renderWorkspace';
import { withLayout } from './__testUtils__/withLayout';
import {
  workspaceOf,
  workspaceRunOf,
  workspaceRunsOf,
} from './__testUtils__/workspaceRunOf';
import {
  AccountSearchResultListItem,
  EntityPlacementsCard,
  EntityWorkspaceContent,
  HomePageEstate,
  PlacementSearchResultListItem,
  SoaAccountsPage,
  soaAccountsPlugin,
} from './legacy';

const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

function onApi(children: JSX.Element) {
  const api = {
    listPlacements: async () => [placementOf()],
    listPlacementsPage: async () => ({ items: [placementOf()] }),
    readSummary: async () => ({
      services: 3,
      placements: {
        total: 0,
        byState: {
          'in-sync': 0,
          'not-applied': 0,
          'missing-workspace': 0,
          undeclared: 0,
          drifted: 0,
          unknown: 0,
        },
      },
      accounts: { total: 7, active: 7, suspended: 0 },
      regions: 2,
      environments: 1,
    }),
  };
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

  it('has a card for the home page', async () => {
    await renderInTestApp(onApi(<HomePageEstate />), {
      mountedRoutes: {
        ...mountedRoutes,
        '/soa-accounts': soaAccountsPlugin.routes.root,
      },
    });
    expect(await screen.findByText('Estate at a glance')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: '7 accounts' }),
    ).toHaveAttribute('href', '/soa-accounts/organisation');
  });

  it('shows search results, each as what it is', async () => {
    const document = { title: 'Found', text: '', location: '/found' };
    const results = [
      {
        type: 'soa-placement',
        document: {
          ...document,
          componentRef: 'component:default/cart',
          environment: 'prod',
          accountId: '011122223333',
          region: 'eu-west-1',
          runtime: 'eks',
        },
      },
      {
        type: 'soa-account',
        document: {
          ...document,
          accountId: '011122223333',
          accountName: 'runtime-eks-prod',
          state: 'ACTIVE',
          organizationalUnitPath: '',
          regions: [],
          runtimes: [],
        },
      },
    ];
    await renderInTestApp(
      onApi(
        <SearchResultListItemExtensions results={results}>
          <AccountSearchResultListItem />
          <PlacementSearchResultListItem />
        </SearchResultListItemExtensions>,
      ),
      {
        mountedRoutes: {
          ...mountedRoutes,
          '/soa-accounts': soaAccountsPlugin.routes.root,
        },
      },
    );
    expect(await screen.findByRole('link', { name: 'cart' })).toHaveAttribute(
      'href',
      '/found',
    );
    expect(
      await screen.findByRole('link', { name: 'runtime-eks-prod' }),
    ).toBeInTheDocument();
    expect(await screen.findByText(/^Runs here/)).toBeInTheDocument();
  });

  it('has a tab of workspaces, where there are no rollouts either', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [
            soaAccountsApiRef,
            {
              getWorkspace: async () => workspaceOf(),
              listRuns: async () =>
                workspaceRunsOf([workspaceRunOf({ rolloutId: '1a2b3c4d-5e' })]),
              listResources: async () => ({ items: [] }),
            },
          ],
        ]}
      >
        <EntityProvider entity={workspaceEntity}>
          <EntityWorkspaceContent />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes },
    );
    expect(await screen.findByText('of rollout 1a2b3c4d')).toBeInTheDocument();
    expect(screen.getByText('No resources')).toBeInTheDocument();
  });
});
