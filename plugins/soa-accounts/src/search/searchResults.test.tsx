import { screen } from '@testing-library/react';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { soaAccountsApiRef } from '@backstage-soa/plugin-soa-react';
import type { SoaAccountsApi } from '@backstage-soa/plugin-soa-react';
import { placementOf } from '../__testUtils__/placementOf';
import { rootRouteRef } from '../routes';
import { AccountResultListItem } from './AccountResultListItem';
import { PlacementResultListItem } from './PlacementResultListItem';

const placement = {
  title: 'orders in prod, us-east-1',
  text: 'orders prod 011122223333 us-east-1 eks',
  location: '/catalog/retail/component/orders#prod/011122223333/us-east-1/eks',
  componentRef: 'component:retail/orders',
  environment: 'prod',
  accountId: '011122223333',
  region: 'us-east-1',
  runtime: 'eks',
};
const account = {
  title: 'runtime-eks-prod (011122223333)',
  text: '011122223333 runtime-eks-prod prod Workloads Prod',
  location: '/catalog/default/resource/011122223333#what-runs-here',
  accountId: '011122223333',
  accountName: 'runtime-eks-prod',
  state: 'ACTIVE',
  environment: 'prod',
  organizationalUnitPath: 'Workloads/Prod',
  regions: ['us-east-1'],
  runtimes: ['eks'],
};

function render(
  element: JSX.Element,
  listPlacementsPage: SoaAccountsApi['listPlacementsPage'] = async () => ({
    items: [],
  }),
) {
  renderInTestApp(element, {
    mountedRoutes: {
      '/soa-accounts': convertLegacyRouteRef(rootRouteRef),
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
    apis: [
      [
        soaAccountsApiRef,
        { listPlacementsPage } as Partial<SoaAccountsApi> as SoaAccountsApi,
      ],
    ],
  });
}

const links = async () =>
  (await screen.findAllByRole('link')).map(link => [
    link.textContent,
    link.getAttribute('href'),
  ]);

describe('PlacementResultListItem', () => {
  it('says where the service runs, with the ways there', async () => {
    render(<PlacementResultListItem result={placement} icon={<svg />} />);
    expect(await links()).toEqual([
      ['orders', placement.location],
      ['011122223333', '/catalog/default/resource/011122223333'],
    ]);
    expect(screen.getByText('prod · us-east-1 · eks')).toBeInTheDocument();
    expect(screen.getByText(/^Account/)).toHaveTextContent(
      'Account 011122223333',
    );
  });
});

describe('AccountResultListItem', () => {
  it('says what the account is for, and what runs there', async () => {
    const list = jest.fn(async () => ({
      items: ['cart', 'orders', 'orders'].map(name =>
        placementOf({ componentRef: `component:default/${name}` }),
      ),
    }));
    render(<AccountResultListItem result={account} />, list);
    expect(await screen.findByText(/^Runs here/)).toHaveTextContent(
      'Runs here: cart, orders',
    );
    expect(
      screen.getByText('011122223333 · prod · Workloads/Prod'),
    ).toBeInTheDocument();
    expect(await links()).toEqual([
      ['runtime-eks-prod', account.location],
      ['cart', '/catalog/default/component/cart'],
      ['orders', '/catalog/default/component/orders'],
    ]);
    expect(list).toHaveBeenCalledWith(
      { account: '011122223333', limit: 100 },
      expect.anything(),
    );
  });

  it.each([
    [9, undefined],
    [8, 'next'],
  ])(
    'says where all are, of %d services or more',
    async (count, nextCursor) => {
      render(<AccountResultListItem result={account} />, async () => ({
        items: Array.from({ length: count }, (_, index) =>
          placementOf({ componentRef: `component:default/service-${index}` }),
        ),
        nextCursor,
      }));
      expect(
        await screen.findByRole('link', { name: 'All that runs here' }),
      ).toHaveAttribute('href', '/soa-accounts/matrix?account=011122223333');
      expect(screen.getAllByRole('link', { name: /^service/ })).toHaveLength(8);
    },
  );

  it('says that it is suspended, and that nothing runs there', async () => {
    const suspended = { ...account, state: 'SUSPENDED' };
    render(<AccountResultListItem result={suspended} />);
    expect(
      await screen.findByText('Nothing runs here that you may see.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/SUSPENDED/)).toBeInTheDocument();
  });

  it('says why it could not be told what runs there', async () => {
    render(<AccountResultListItem result={account} />, async () => {
      throw new Error('The inventory is away');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'could not be loaded: The inventory is away',
    );
  });
});
