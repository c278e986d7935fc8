import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { soaAccountsApiRef } from '@backstage-soa/plugin-soa-react';
import type { SoaAccountsApi } from '@backstage-soa/plugin-soa-react';
import { orders } from './__testUtils__/orders';
import { placementOf } from './__testUtils__/placementOf';
import { workspaceEntity } from './__testUtils__/renderWorkspace';
import { withLayout } from './__testUtils__/withLayout';
import soaAccountsPlugin from '.';

const filterOf = (id: 'where-it-runs' | 'what-runs-here') =>
  createExtensionTester(
    soaAccountsPlugin.getExtension(`entity-card:soa-accounts/${id}`),
  ).get(EntityCardBlueprint.dataRefs.filterFunction)!;

const TABS = ['matrix', 'organisation', 'regions', 'differences'] as const;

withLayout();

describe('soaAccountsPlugin', () => {
  it('has a page whose first tab is the matrix', async () => {
    const page = createExtensionTester(
      soaAccountsPlugin.getExtension('page:soa-accounts'),
    );
    for (const name of TABS) {
      page.add(
        soaAccountsPlugin.getExtension(
          `sub-page:soa-accounts/${name}` as const,
        ),
      );
    }
    renderInTestApp(
      <Routes>
        <Route path="/soa-accounts/*" element={page.reactElement()} />
      </Routes>,
      {
        initialRouteEntries: ['/soa-accounts'],
        mountedRoutes: {
          '/catalog/:namespace/:kind/:name':
            convertLegacyRouteRef(entityRouteRef),
        },
        apis: [
          [
            soaAccountsApiRef,
            {
              listPlacements: async () => [placementOf()],
            } as Partial<SoaAccountsApi> as SoaAccountsApi,
          ],
        ],
      },
    );
    expect(
      await screen.findByRole('table', { name: 'Services by account' }),
    ).toBeInTheDocument();
  });

  it.each(TABS)('has the tab %s', name => {
    const tab = createExtensionTester(
      soaAccountsPlugin.getExtension(`sub-page:soa-accounts/${name}` as const),
    );
    expect(tab.get(coreExtensionData.routePath)).toBe(name);
    expect(tab.get(coreExtensionData.title)?.toLowerCase()).toBe(name);
  });

  it('says where it runs on components that are placed', () => {
    const filter = filterOf('where-it-runs');
    expect(filter(orders)).toBe(true);
    expect(filter({ ...orders, spec: { type: 'service' } })).toBe(false);
    expect(filter({ ...orders, kind: 'API' })).toBe(false);
  });

  it('says what runs here on accounts', () => {
    const filter = filterOf('what-runs-here');
    const account = {
      ...orders,
      kind: 'Resource',
      metadata: {
        name: 'prod',
        annotations: { 'amazonaws.com/account-id': '012345678901' },
      },
      spec: { type: 'cloud-account' },
    };
    expect(filter(account)).toBe(true);
    expect(filter({ ...account, spec: { type: 'database' } })).toBe(false);
    expect(filter({ ...account, metadata: { name: 'gcp' } })).toBe(false);
    expect(filter(orders)).toBe(false);
  });

  it('has a widget for the home page', () => {
    const widget = soaAccountsPlugin.getExtension(
      'home-page-widget:soa-accounts/estate',
    );
    expect(
      createExtensionTester(widget).get(
        HomePageWidgetBlueprint.dataRefs.widget,
      ),
    ).toMatchObject({ name: 'SoaEstate', title: 'Estate at a glance' });
  });

  it.each(['placement', 'account'])(
    'shows search results of %ss, and no others',
    async kind => {
      const { predicate } = createExtensionTester(
        soaAccountsPlugin.getExtension(
          `search-result-list-item:soa-accounts/${kind}` as 'search-result-list-item:soa-accounts/placement',
        ),
      ).get(SearchResultListItemBlueprint.dataRefs.item);
      const document = { title: '', text: '', location: '' };
      expect(
        ['soa-placement', 'soa-account', 'software-catalog'].filter(type =>
          predicate?.({ type, document }),
        ),
      ).toEqual([`soa-${kind}`]);
    },
  );

  it('has a tab on workspaces', () => {
    const filter = createExtensionTester(
      soaAccountsPlugin.getExtension('entity-content:soa-accounts/workspace'),
    ).get(EntityContentBlueprint.dataRefs.filterFunction)!;
    expect(filter(workspaceEntity)).toBe(true);
    expect(filter({ ...workspaceEntity, spec: { type: 'database' } })).toBe(
      false,
    );
    expect(filter({ ...workspaceEntity, metadata: { name: 'x' } })).toBe(false);
    expect(filter(orders)).toBe(false);
  });
});
