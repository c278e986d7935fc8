import { screen } from '@testing-library/react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { Route, Routes } from 'react-router-dom';
import { rolloutOf, summaryOf } from './__testUtils__/rolloutOf';
import { sandboxEnvironmentOf } from './__testUtils__/sandboxEnvironmentOf';
import { soaDeliveryApiRef } from './api';
import {
  EntityRolloutsContent,
  EntitySandboxEnvironmentCard,
  HomePageMyApprovals,
  SoaDeliveryPage,
  soaDeliveryPlugin,
} from './legacy';
import { rootRouteRef } from './routes';

const mountedRoutes = {
  '/soa-delivery': rootRouteRef,
  '/catalog/:namespace/:kind/:name': entityRouteRef,
};

const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders' },
};

function onApi(children: JSX.Element) {
  const api = {
    listRollouts: async () => ({ items: [summaryOf()] }),
    listSandboxEnvironments: async () => ({
      items: [sandboxEnvironmentOf()],
    }),
    listApprovals: async () => ({ items: [] }),
    getRollout: async () => rolloutOf({ endedAt: '2026-11-20T10:00:00Z' }),
  };
  return (
    <TestApiProvider apis={[[soaDeliveryApiRef, api]]}>
      {children}
    </TestApiProvider>
  );
}

describe('the legacy plugin', () => {
  it('provides the API', () => {
    expect([...soaDeliveryPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      'plugin.soa-delivery.client',
    ]);
  });

  it('has the list and the page of each', async () => {
    await renderInTestApp(
      onApi(
        <Routes>
          <Route path="/soa-delivery/*" element={<SoaDeliveryPage />} />
        </Routes>,
      ),
      { routeEntries: ['/soa-delivery/rollouts/r-1'], mountedRoutes },
    );
    expect(
      await screen.findByRole('heading', { name: 'Rollout of orders' }),
    ).toBeInTheDocument();
  });

  it('has a card for the home page', async () => {
    await renderInTestApp(onApi(<HomePageMyApprovals />), { mountedRoutes });
    expect(
      await screen.findByText('Nothing waits for your approval.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Waiting for my approval')).toBeInTheDocument();
  });

  it('has a tab for components', async () => {
    await renderInTestApp(
      onApi(
        <EntityProvider entity={orders}>
          <EntityRolloutsContent />
        </EntityProvider>,
      ),
      { mountedRoutes },
    );
    expect(await screen.findByRole('link', { name: /2026/ })).toHaveAttribute(
      'href',
      '/soa-delivery/rollouts/r-1',
    );
  });

  it('has a card for components, where there is no inventory either', async () => {
    await renderInTestApp(
      onApi(
        <EntityProvider entity={orders}>
          <EntitySandboxEnvironmentCard />
        </EntityProvider>,
      ),
      { mountedRoutes },
    );
    expect(await screen.findByText('Sandbox environment')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: /2026/ })).toHaveAttribute(
      'href',
      '/soa-delivery/rollouts/r-1',
    );
  });
});
