import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { AccountLink } from './AccountLink';
import { ExternalLink } from './ExternalLink';

const mountedRoutes = {
  '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
};

describe('links', () => {
  it('lead to the account, by its name, with its id', async () => {
    renderInTestApp(
      <AccountLink
        account={{
          id: '012345678901',
          name: 'runtime-ecs-prod',
          entityRef: 'resource:default/012345678901',
        }}
      />,
      { mountedRoutes },
    );
    expect(
      await screen.findByRole('link', { name: 'runtime-ecs-prod' }),
    ).toHaveAttribute('href', '/catalog/default/resource/012345678901');
    expect(screen.getByText('012345678901')).toBeInTheDocument();
  });

  it('name the account by its id where its name is not known', async () => {
    renderInTestApp(
      <AccountLink
        account={{
          id: '012345678901',
          entityRef: 'resource:default/012345678901',
        }}
      />,
      { mountedRoutes },
    );
    expect(await screen.findAllByText('012345678901')).toHaveLength(1);
  });

  it('to the outside say that they open a tab, and give nothing away', async () => {
    renderInTestApp(
      <ExternalLink href="https://app.terraform.io/app/acme">
        acme
      </ExternalLink>,
    );
    const link = await screen.findByRole('link', {
      name: 'acme (opens in a new tab)',
    });
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  });
});
