import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { soaAccountsApiRef } from '@backstage-soa/plugin-soa-react';
import type { SoaAccountsApi } from '@backstage-soa/plugin-soa-react';
import { rolloutOf, summaryOf } from '../__testUtils__/rolloutOf';
import {
  sandboxEnvironmentOf,
  workspaceOf,
} from '../__testUtils__/sandboxEnvironmentOf';
import { soaDeliveryApiRef } from '../api';
import type { SoaDeliveryApi } from '../api';
import { rootRouteRef } from '../routes';
import { SandboxEnvironmentCard } from './SandboxEnvironmentCard';

const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
};

const listing = (change?: Parameters<typeof sandboxEnvironmentOf>[0]) =>
  jest.fn(async () => ({ items: [sandboxEnvironmentOf(change)] }));

function open(
  api: Partial<SoaDeliveryApi>,
  listWorkspacesWithOutputs: SoaAccountsApi['listWorkspacesWithOutputs'] = async () => [
    workspaceOf(),
  ],
) {
  const whole: Partial<SoaDeliveryApi> = {
    listRollouts: async () => ({ items: [summaryOf()] }),
    getRollout: async id => rolloutOf({ id }),
    ...api,
  };
  renderInTestApp(
    <EntityProvider entity={orders}>
      <p>The page</p>
      <SandboxEnvironmentCard />
    </EntityProvider>,
    {
      mountedRoutes: {
        '/soa-delivery': convertLegacyRouteRef(rootRouteRef),
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
      apis: [
        [soaDeliveryApiRef, whole as SoaDeliveryApi],
        [
          soaAccountsApiRef,
          {
            listWorkspacesWithOutputs,
          } as Partial<SoaAccountsApi> as SoaAccountsApi,
        ],
      ],
    },
  );
}

const factOf = async (name: string) =>
  (await screen.findByText(name)).closest('dt')!.nextElementSibling!;

const press = async (name: string) => {
  await userEvent.click(await screen.findByRole('button', { name }));
  return within(await screen.findByRole('dialog'));
};

describe('SandboxEnvironmentCard', () => {
  it('shows nothing on a component that is there for good', async () => {
    const listSandboxEnvironments = jest.fn(async () => ({ items: [] }));
    const listWorkspacesWithOutputs = jest.fn();
    open({ listSandboxEnvironments }, listWorkspacesWithOutputs);
    await screen.findByText('The page');
    await waitFor(() =>
      expect(listSandboxEnvironments).toHaveBeenCalledWith(
        { component: 'component:default/orders' },
        expect.anything(),
      ),
    );
    expect(screen.queryByText('Sandbox environment')).not.toBeInTheDocument();
    expect(listWorkspacesWithOutputs).not.toHaveBeenCalled();
  });

  it('shows nothing where the portal has no sandbox environments', async () => {
    const listSandboxEnvironments = jest.fn(async () => {
      throw Object.assign(new Error('Not Found'), { statusCode: 404 });
    });
    open({ listSandboxEnvironments });
    await screen.findByText('The page');
    await waitFor(() => expect(listSandboxEnvironments).toHaveBeenCalled());
    await act(async () => {});
    expect(screen.queryByText('Sandbox environment')).not.toBeInTheDocument();
  });

  it('shows until when it is there, whose it is, and its rollout', async () => {
    const listRollouts = jest.fn(async () => ({ items: [summaryOf()] }));
    open({ listSandboxEnvironments: listing(), listRollouts });
    expect(await factOf('State')).toHaveTextContent('Active');
    const times = (await factOf('Expires')).querySelectorAll('time');
    expect([...times].map(({ dateTime }) => dateTime)).toEqual([
      '2126-11-27T10:00:00.000Z',
      '2126-11-27T10:00:00.000Z',
    ]);
    expect(await factOf('Asked for by')).toHaveTextContent('dana');
    expect(await screen.findByRole('link', { name: /2026/ })).toHaveAttribute(
      'href',
      '/soa-delivery/rollouts/r-1',
    );
    expect(await factOf('Rollout')).toHaveTextContent(/Running$/);
    expect(listRollouts).toHaveBeenCalledWith(
      { component: 'component:default/orders', limit: 1 },
      expect.anything(),
    );
  });

  it.each([
    [undefined, 'Active'],
    ['under-way', 'Being made'],
    ['not-made', 'Not made'],
  ] as const)(
    'says of one whose creation is %s: %s',
    async (creation, text) => {
      open({ listSandboxEnvironments: listing({ creation }) });
      expect(await factOf('State')).toHaveTextContent(text);
      expect(screen.getByRole('button', { name: 'Extend' })).toBeEnabled();
    },
  );

  it('shows its place in the queue for the account', async () => {
    open({
      listSandboxEnvironments: listing(),
      getRollout: async () =>
        rolloutOf({
          queue: {
            account: '111122223333',
            ahead: 2,
            holder: 'component:default/cart',
          },
        }),
    });
    expect(
      await screen.findByText(/^Waits for account 111122223333: 2 before it/),
    ).toHaveTextContent('cart has it now.');
  });

  it('shows its URL and what else is not secret', async () => {
    open({ listSandboxEnvironments: listing() });
    expect(
      await screen.findByRole('link', {
        name: /^https:\/\/orders.dev.example/,
      }),
    ).toHaveAttribute('href', 'https://orders.dev.example');
    expect(await factOf('subnets')).toHaveTextContent('subnet-1, subnet-2');
    expect(screen.queryByText('password')).not.toBeInTheDocument();
    expect(
      screen
        .getAllByRole('term')
        .map(({ textContent }) => textContent)
        .slice(-3),
    ).toEqual(['URL', 'cluster', 'subnets']);
  });

  it('makes no link of what is no address of the web', async () => {
    open({ listSandboxEnvironments: listing() }, async () => [
      workspaceOf({
        outputs: [
          { name: 'url', sensitive: false, value: 'file:///etc/orders' },
        ],
      }),
    ]);
    expect(await screen.findByText('file:///etc/orders')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /file/ }),
    ).not.toBeInTheDocument();
  });

  it('says of which workspace an output is, where there are some', async () => {
    open({ listSandboxEnvironments: listing() }, async () => [
      workspaceOf(),
      workspaceOf({ id: 'ws-2', name: 'orders-sandbox-euw1', outputs: [] }),
    ]);
    expect(
      await screen.findByText('URL of orders-sandbox-use1'),
    ).toBeInTheDocument();
  });

  it('says that its outputs are not known yet, or why not', async () => {
    const listWorkspacesWithOutputs = jest
      .fn()
      .mockRejectedValueOnce(new Error('The inventory is away'))
      .mockResolvedValue([]);
    open({ listSandboxEnvironments: listing() }, listWorkspacesWithOutputs);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /outputs could not be loaded.*The inventory is away/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText(/are shown once they have been read/),
    ).toBeInTheDocument();
  });

  it('is extended by as much as it may be', async () => {
    const extended = sandboxEnvironmentOf({
      expiresAt: '2126-11-30T10:00:00.000Z',
    });
    const extendSandboxEnvironment = jest.fn(async () => extended);
    const listSandboxEnvironments = listing();
    open({ listSandboxEnvironments, extendSandboxEnvironment });
    const dialog = await press('Extend');
    expect(dialog.getByRole('radio', { name: /^1 day: .*28/ })).toBeChecked();
    expect(dialog.getByRole('radio', { name: /^7 days/ })).toBeDisabled();
    expect(dialog.getByText(/at the longest/)).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('radio', { name: /^3 days: .*30/ }));
    listSandboxEnvironments.mockResolvedValue({ items: [extended] });
    await userEvent.click(dialog.getByRole('button', { name: 'Extend' }));
    expect(await screen.findByText(/^It now expires/)).toHaveTextContent('30');
    expect(extendSandboxEnvironment).toHaveBeenCalledWith({
      componentRef: 'component:default/orders',
      by: 'P3D',
    });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect((await factOf('Expires')).querySelector('time')).toHaveAttribute(
      'datetime',
      '2126-11-30T10:00:00.000Z',
    );
  });

  it('says that it cannot be extended any more', async () => {
    open({
      listSandboxEnvironments: listing({
        extendableUntil: '2126-11-27T12:00:00.000Z',
      }),
    });
    const dialog = await press('Extend');
    expect(dialog.getByText(/cannot be extended by a day/)).toBeInTheDocument();
    expect(
      dialog.queryByRole('button', { name: 'Extend' }),
    ).not.toBeInTheDocument();
  });

  it('says in place why it could not be extended', async () => {
    open({
      listSandboxEnvironments: listing(),
      extendSandboxEnvironment: async () => {
        throw new Error('It is being destroyed');
      },
    });
    const dialog = await press('Extend');
    await userEvent.click(dialog.getByRole('button', { name: 'Extend' }));
    expect(
      await dialog.findByText('It is being destroyed'),
    ).toBeInTheDocument();
  });

  it('is deleted once one has seen what is destroyed', async () => {
    const destroying = sandboxEnvironmentOf({
      state: 'destroying',
      rolloutId: 'r-9',
      mayExtend: false,
      mayDelete: false,
    });
    const deleteSandboxEnvironment = jest.fn(async () => destroying);
    const listSandboxEnvironments = listing();
    open({ listSandboxEnvironments, deleteSandboxEnvironment });
    await factOf('subnets');
    const dialog = await press('Delete now');
    expect(dialog.getByRole('listitem')).toHaveTextContent(
      'workspace orders-sandbox-use1 · account 111122223333, us-east-1 · 12 resources',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Back' }));
    expect(deleteSandboxEnvironment).not.toHaveBeenCalled();

    const again = await press('Delete now');
    listSandboxEnvironments.mockResolvedValue({ items: [destroying] });
    await userEvent.click(again.getByRole('button', { name: 'Delete now' }));
    expect(
      await screen.findByText(/^It is being destroyed/),
    ).toBeInTheDocument();
    expect(deleteSandboxEnvironment).toHaveBeenCalledWith({
      componentRef: 'component:default/orders',
    });
    await waitFor(() =>
      expect(screen.getByRole('link', { name: /2026/ })).toHaveAttribute(
        'href',
        '/soa-delivery/rollouts/r-9',
      ),
    );
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says that the rollout that destroys it has yet to begin', async () => {
    const listRollouts = jest.fn();
    open({
      listSandboxEnvironments: listing({ state: 'destroying' }),
      listRollouts,
    });
    expect(await screen.findByText(/begins soon$/)).toBeInTheDocument();
    expect(listRollouts).not.toHaveBeenCalled();
  });

  it('says why it could not be destroyed', async () => {
    open({
      listSandboxEnvironments: listing({
        state: 'failed',
        rolloutId: 'r-9',
        message: 'The bucket is not empty.',
        expiresAt: '2020-11-27T10:00:00.000Z',
      }),
    });
    expect(
      await screen.findByText('The bucket is not empty.'),
    ).toBeInTheDocument();
    expect(await factOf('State')).toHaveTextContent('Could not be destroyed');
    expect(await factOf('Expired')).toHaveTextContent(/ago/);
    expect(await screen.findByRole('link', { name: /2026/ })).toHaveAttribute(
      'href',
      '/soa-delivery/rollouts/r-9',
    );
  });

  it('has no buttons for who may neither extend nor delete it', async () => {
    open({
      listSandboxEnvironments: listing({ mayExtend: false, mayDelete: false }),
    });
    await factOf('subnets');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says why it could not be loaded, and tries again', async () => {
    const listSandboxEnvironments = jest
      .fn()
      .mockRejectedValueOnce(
        Object.assign(new Error('Ask team-checkout'), {
          name: 'NotAllowedError',
        }),
      )
      .mockResolvedValue({ items: [sandboxEnvironmentOf()] });
    open({ listSandboxEnvironments });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /You may not see this.*Ask team-checkout/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await factOf('State')).toHaveTextContent('Active');
  });
});
