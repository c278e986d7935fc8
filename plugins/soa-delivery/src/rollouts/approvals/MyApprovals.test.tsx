import { screen } from '@testing-library/react';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { RolloutApprovalItem } from '@backstage-soa/plugin-soa-common';
import { approvalOf } from '../../__testUtils__/rolloutOf';
import { soaDeliveryApiRef } from '../../api';
import type { SoaDeliveryApi } from '../../api';
import { rootRouteRef } from '../../routes';
import { MyApprovalsCard } from './MyApprovalsCard';

const item: RolloutApprovalItem = {
  ...approvalOf(),
  rolloutId: 'r-1',
  componentRef: 'component:default/orders',
  initiator: 'user:default/dana',
};

const render = (listApprovals: SoaDeliveryApi['listApprovals']) =>
  renderInTestApp(<MyApprovalsCard />, {
    mountedRoutes: {
      '/soa-delivery': convertLegacyRouteRef(rootRouteRef),
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
    apis: [
      [
        soaDeliveryApiRef,
        { listApprovals } as Partial<SoaDeliveryApi> as SoaDeliveryApi,
      ],
    ],
  });

describe('MyApprovalsCard', () => {
  it('links what waits for the viewer', async () => {
    render(async () => ({ items: [item] }));
    expect(
      await screen.findByRole('link', { name: 'orders: Begin prod' }),
    ).toHaveAttribute('href', '/soa-delivery/rollouts/r-1');
    expect(screen.getByText(/^Started by/)).toHaveTextContent(
      /^Started by dana, asked .*2026/,
    );
    expect(
      screen.getByRole('heading', { name: 'Waiting for my approval' }),
    ).toBeInTheDocument();
  });

  it('goes on past pages of what one may not decide', async () => {
    const listApprovals = jest.fn(async ({ cursor }: { cursor?: string }) =>
      cursor ? { items: [item] } : { items: [], nextCursor: 'next' },
    );
    render(listApprovals);
    expect(
      await screen.findByRole('link', { name: 'orders: Begin prod' }),
    ).toBeInTheDocument();
  });

  it('says that nothing does', async () => {
    render(async () => ({ items: [] }));
    expect(
      await screen.findByText('Nothing waits for your approval.'),
    ).toBeInTheDocument();
  });

  it('says why it could not be loaded', async () => {
    render(async () => {
      throw new Error('The database is away');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /could not be loaded.*The database is away/,
    );
  });
});
