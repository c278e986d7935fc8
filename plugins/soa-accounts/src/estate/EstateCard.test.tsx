import { screen, within } from '@testing-library/react';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { EstateSummary } from '@backstage-soa/plugin-soa-common';
import { soaAccountsApiRef } from '@backstage-soa/plugin-soa-react';
import type { SoaAccountsApi } from '@backstage-soa/plugin-soa-react';
import { rootRouteRef } from '../routes';
import { EstateCard } from './EstateCard';

const summary: EstateSummary = {
  services: 3_000,
  placements: {
    total: 10_000,
    byState: {
      'in-sync': 9_000,
      'not-applied': 0,
      'missing-workspace': 2,
      undeclared: 0,
      drifted: 1_000,
      unknown: 5,
    },
  },
  accounts: { total: 200, active: 197, suspended: 2 },
  regions: 4,
  environments: 1,
};
const nothing: EstateSummary = {
  services: 0,
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
  accounts: { total: 0, active: 0, suspended: 0 },
  regions: 0,
  environments: 0,
};

const render = (readSummary: SoaAccountsApi['readSummary']) =>
  renderInTestApp(<EstateCard />, {
    mountedRoutes: { '/soa-accounts': convertLegacyRouteRef(rootRouteRef) },
    apis: [
      [
        soaAccountsApiRef,
        { readSummary } as Partial<SoaAccountsApi> as SoaAccountsApi,
      ],
    ],
  });

describe('EstateCard', () => {
  it('counts, with the way to each', async () => {
    render(async () => summary);
    expect(
      await screen.findByRole('heading', { name: 'Estate at a glance' }),
    ).toBeInTheDocument();
    const links = within(await screen.findByRole('list')).getAllByRole('link');
    expect(
      links.map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['3,000 services', '/soa-accounts/matrix'],
      ['10,000 placements', '/soa-accounts/matrix'],
      ['200 accounts', '/soa-accounts/organisation'],
      ['4 Regions', '/soa-accounts/regions'],
      ['1 environment', '/soa-accounts/matrix'],
      ['1,002 out of sync', '/soa-accounts/differences'],
      ['2: No workspace', '/soa-accounts/differences?state=missing-workspace'],
      ['1,000: Drifted', '/soa-accounts/differences?state=drifted'],
    ]);
    expect(screen.getByText('197 active, 2 suspended')).toBeInTheDocument();
  });

  it('says nothing of accounts that are suspended where none is', async () => {
    render(async () => ({
      ...summary,
      accounts: { total: 1, active: 1, suspended: 0 },
    }));
    expect(await screen.findByText('1 active')).toBeInTheDocument();
  });

  it('says that it is on its way', async () => {
    render(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', {
        name: 'Counting services and accounts',
      }),
    ).toBeInTheDocument();
  });

  it('says that there is nothing, or nothing that one may see', async () => {
    render(async () => nothing);
    expect(
      await screen.findByText(/^No service and no account/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });

  it('says why it could not be counted', async () => {
    render(async () => {
      throw new Error('The catalog is away');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /could not be counted.*The catalog is away/,
    );
  });

  it('tells what one may not see from what went wrong', async () => {
    const error = new Error('Ask the platform team');
    error.name = 'NotAllowedError';
    render(async () => {
      throw error;
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /You may not see this.*Ask the platform team/,
    );
  });
});
