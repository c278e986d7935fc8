import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ConsoleLink } from './ConsoleLink';
import { placementConsoleUrl } from './placementConsoleUrl';

const link = (
  <ConsoleLink
    accountId="012345678901"
    destination={placementConsoleUrl({
      region: 'eu-west-1',
      runtime: 'ecs-fargate',
    })}
  >
    orders
  </ConsoleLink>
);

const show = (console?: Record<string, string>) =>
  renderInTestApp(link, { config: { soa: { console } } });

describe('ConsoleLink', () => {
  it('opens the page in the account, through the access portal', async () => {
    show({
      accessPortalUrl: 'https://acme.awsapps.com/start/',
      permissionSet: 'Read only',
    });
    const { href } = await screen.findByRole<HTMLAnchorElement>('link', {
      name: /^orders/,
    });
    const { origin, pathname, hash } = new URL(href);
    expect(origin + pathname).toBe('https://acme.awsapps.com/start/');
    const [path, query] = hash.split('?');
    expect(path).toBe('#/console');
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      account_id: '012345678901',
      role_name: 'Read only',
      destination:
        'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters?region=eu-west-1',
    });
  });

  it('lets people choose what they may, where nobody has said', async () => {
    show({ accessPortalUrl: 'https://acme.awsapps.com/start' });
    const { href } = await screen.findByRole<HTMLAnchorElement>('link');
    expect(href).not.toContain('role_name');
  });

  it.each([undefined, { accessPortalUrl: 'data:text/html,hello' }])(
    'is no link where it would open in any account: %j',
    async console => {
      show(console);
      expect(await screen.findByText('orders')).toBeInTheDocument();
      expect(screen.queryByRole('link')).not.toBeInTheDocument();
    },
  );
});

describe('placementConsoleUrl', () => {
  it('has a Region for what is in none', () => {
    expect(placementConsoleUrl({ region: 'global', runtime: 'platform' })).toBe(
      'https://us-east-1.console.aws.amazon.com/console/home?region=us-east-1',
    );
  });

  it('is nowhere on networks of their own', () => {
    expect(
      placementConsoleUrl({ region: 'us-iso-east-1', runtime: 'eks' }),
    ).toBeUndefined();
  });
});
