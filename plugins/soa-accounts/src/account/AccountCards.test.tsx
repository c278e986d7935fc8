import { screen, within } from '@testing-library/react';
import type {
  AccountDetails,
  GuardRail,
} from '@backstage-soa/plugin-soa-common';
import { orders } from '../__testUtils__/orders';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { AccountCard } from './AccountCard';
import { AccountWorkspacesCard } from './AccountWorkspacesCard';
import { GuardRailsCard } from './GuardRailsCard';

const entity = {
  ...orders,
  kind: 'Resource',
  metadata: {
    name: '012345678901',
    annotations: { 'amazonaws.com/account-id': '012345678901' },
  },
};

const account: AccountDetails = {
  id: '012345678901',
  name: 'runtime-ecs-prod',
  arn: 'arn:aws:organizations::1:account/o-1/012345678901',
  state: 'SUSPENDED',
  organizationId: 'o-1',
  parentId: 'ou-1',
  organizationalUnitPath: 'Workloads/Prod',
  owner: 'group:default/team-platform',
  environment: 'prod',
  runtimes: ['ecs-fargate', 'lambda'],
  regions: ['eu-west-1', 'us-east-1'],
  entityRef: 'resource:default/012345678901',
  baseline: {
    version: '1.2.0',
    guardrails: ['No public buckets', 'A budget of 500 USD a month'],
    workspace: {
      id: 'ws-1',
      name: 'account-baseline-012345678901',
      url: 'https://tfc.example',
      entityRef: 'resource:default/ws-1',
    },
  },
};

const fact = (name: string) =>
  screen.getByText(name).closest('dt')!.nextElementSibling!;

describe('AccountCard', () => {
  const show = (change: Partial<AccountDetails> = {}) => {
    const getAccount = jest.fn(async () => ({ ...account, ...change }));
    renderOnEntity(<AccountCard />, entity, { getAccount });
    return getAccount;
  };

  it('says whose an account is, where it is, and what it was given', async () => {
    const getAccount = show();
    expect(await screen.findByText('Suspended')).toBeInTheDocument();
    expect(fact('Organizational unit')).toHaveTextContent('Workloads/Prod');
    expect(fact('Owner')).toHaveTextContent('team-platform');
    expect(fact('Runtimes')).toHaveTextContent('ecs-fargate, lambda');
    expect(fact('Business unit')).toHaveTextContent('Not said');
    expect(fact('Open to')).toHaveTextContent('Any owner');
    expect(fact('Baseline')).toHaveTextContent('1.2.0');
    expect(fact('Guarded by')).toHaveTextContent(
      'No public bucketsA budget of 500 USD a month',
    );
    expect(
      screen.getByRole('link', { name: 'account-baseline-012345678901' }),
    ).toHaveAttribute('href', '/catalog/default/resource/ws-1');
    expect(
      screen.getByRole<HTMLAnchorElement>('link', { name: /^AWS console/ })
        .href,
    ).toContain('account_id=012345678901');
    expect(getAccount).toHaveBeenCalledWith('012345678901', expect.anything());
  });

  it('says what is not there', async () => {
    show({
      state: 'FROZEN',
      organizationalUnitPath: '',
      baseline: undefined,
      allowedOwners: [],
      owner: undefined,
    });
    expect(await screen.findByText('FROZEN')).toBeInTheDocument();
    expect(fact('Organizational unit')).toHaveTextContent('The root');
    expect(fact('Baseline')).toHaveTextContent('None that a workspace tells');
    expect(fact('Open to')).toHaveTextContent('No owner');
    expect(fact('Owner')).toHaveTextContent('Not said');
  });

  it('says why it could not be loaded', async () => {
    renderOnEntity(<AccountCard />, entity, {
      getAccount: async () => {
        throw new Error('no answer');
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('no answer');
  });
});

describe('cards of accounts', () => {
  it.each([AccountCard, GuardRailsCard, AccountWorkspacesCard])(
    'ask for nothing where it is not said which account it is',
    async Card => {
      const ask = jest.fn();
      renderOnEntity(<Card />, orders, {
        getAccount: ask,
        listGuardRails: ask,
        listWorkspaces: ask,
      });
      expect(
        await screen.findByText(/no annotation amazonaws.com\/account-id/),
      ).toBeInTheDocument();
      expect(ask).not.toHaveBeenCalled();
    },
  );
});

describe('GuardRailsCard', () => {
  const rail = (change: Partial<GuardRail>): GuardRail => ({
    id: 'p-1',
    name: 'our-regions-only',
    type: 'SERVICE_CONTROL_POLICY',
    isAwsManaged: false,
    attachedTo: { id: 'ou-1', name: 'Prod' },
    ...change,
  });
  const full = { id: 'p-F', name: 'FullAWSAccess', isAwsManaged: true };

  it('names each policy once, with all that it is attached to', async () => {
    renderOnEntity(<GuardRailsCard />, entity, {
      listGuardRails: async () => ({
        items: [
          rail({ ...full, attachedTo: { id: 'r-1', name: 'Root' } }),
          rail(full),
          rail({ description: 'Three Regions' }),
        ],
      }),
    });
    const names = await screen.findAllByRole('rowheader');
    expect(names.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^our-regions-only.*Three Regions/),
      'FullAWSAccess',
    ]);
    expect(
      within(screen.getByRole('row', { name: /FullAWSAccess/ })).getByText(
        'Root, Prod',
      ),
    ).toBeInTheDocument();
  });

  it('does not say that there are none where they are not known', async () => {
    renderOnEntity(<GuardRailsCard />, entity, {
      listGuardRails: async () => ({ items: [], unknown: 'The role may not.' }),
    });
    expect(await screen.findByText('The role may not.')).toBeInTheDocument();
    expect(screen.queryByText('No guard rails')).not.toBeInTheDocument();
  });
});

describe('AccountWorkspacesCard', () => {
  it('names the workspaces of an account', async () => {
    const listWorkspaces = jest.fn(async () => [
      {
        id: 'ws-1',
        name: 'orders-prod-use1',
        organization: 'acme',
        url: 'https://tfc.example',
        componentRef: 'component:default/orders',
        resourceCount: 9,
        roles: {},
        entityRef: 'resource:default/ws-1',
      },
    ]);
    renderOnEntity(<AccountWorkspacesCard />, entity, { listWorkspaces });
    const row = await screen.findByRole('row', { name: /orders-prod-use1/ });
    expect(within(row).getByText('9')).toBeInTheDocument();
    expect(within(row).getByRole('link', { name: 'orders' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders',
    );
    expect(listWorkspaces).toHaveBeenCalledWith(
      { account: '012345678901' },
      expect.anything(),
    );
  });

  it('says that there are none', async () => {
    renderOnEntity(<AccountWorkspacesCard />, entity, {
      listWorkspaces: async () => [],
    });
    expect(await screen.findByText('No workspaces')).toBeInTheDocument();
  });
});
