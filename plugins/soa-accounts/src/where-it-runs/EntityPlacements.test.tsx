import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { WorkspaceWithOutputs } from '@backstage-soa/plugin-soa-common';
import { orders } from '../__testUtils__/orders';
import { placementOf } from '../__testUtils__/placementOf';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { EntityPlacements } from './EntityPlacements';

const workspace: WorkspaceWithOutputs = {
  id: 'ws-1',
  name: 'orders-prod-use1',
  organization: 'acme',
  url: 'https://tfc.example/orders-prod-use1',
  roles: {},
  entityRef: 'resource:default/ws-1',
  outputs: [
    {
      name: 'cluster_arn',
      sensitive: false,
      value: 'arn:aws:ecs:us-east-1:012345678901:cluster/prod',
    },
    { name: 'password', sensitive: true },
    { name: 'nothing', sensitive: false, value: null },
    { name: 'url', sensitive: false, value: 'https://orders.example' },
  ],
};

function show(workspaces: WorkspaceWithOutputs[], items = [placementOf()]) {
  const listWorkspacesWithOutputs = jest.fn(async () => workspaces);
  renderOnEntity(<EntityPlacements />, orders, {
    listPlacements: async () => items,
    listWorkspacesWithOutputs,
  });
  return listWorkspacesWithOutputs;
}

describe('EntityPlacements', () => {
  it('gives outputs by account and Region, with ways to them', async () => {
    const list = show([workspace]);
    expect(await screen.findByText('Outputs')).toBeInTheDocument();
    const row = await screen.findByRole('row', { name: /cluster_arn/ });
    expect(within(row).getByText('us-east-1')).toBeInTheDocument();
    const { href } = within(row).getByRole<HTMLAnchorElement>('link', {
      name: /^arn:aws:ecs/,
    });
    expect(href).toMatch(
      /^https:\/\/acme\.awsapps\.com\/start\/#\/console\?account_id=012345678901&destination=/,
    );
    expect(
      screen.getByRole('link', { name: /^https:\/\/orders.example/ }),
    ).toHaveAttribute('href', 'https://orders.example');
    expect(
      within(screen.getByRole('row', { name: /password/ })).getByText(
        'Sensitive: not kept here',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText('nothing')).not.toBeInTheDocument();
    expect(list).toHaveBeenCalledTimes(1);
    expect(list).toHaveBeenCalledWith(
      { component: 'component:default/orders' },
      expect.anything(),
    );
  });

  it('opens the console where it runs', async () => {
    show([workspace]);
    const { href } = await screen.findByRole<HTMLAnchorElement>('link', {
      name: /^AWS console of runtime-ecs-prod, us-east-1/,
    });
    expect(href).toContain('account_id=012345678901');
    expect(href).toContain('ecs%2Fv2%2Fclusters%3Fregion%3Dus-east-1');
  });

  it('finds an output by a part of its name', async () => {
    show([workspace]);
    await screen.findByRole('row', { name: /cluster_arn/ });
    await userEvent.type(screen.getByLabelText('Filter'), 'url');
    expect(screen.queryByRole('row', { name: /cluster_arn/ })).toBeNull();
    expect(screen.getByRole('row', { name: /^.*url/ })).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Filter'), 'x');
    expect(
      screen.getByText(/No output, account or Region fits/),
    ).toBeInTheDocument();
  });

  it('says that there are none yet', async () => {
    show([{ ...workspace, outputs: [] }]);
    expect(
      await screen.findByText(/nothing was applied yet/),
    ).toBeInTheDocument();
  });

  it('reads no outputs where nobody may see a workspace', async () => {
    const list = show([workspace], [placementOf({ workspace: undefined })]);
    expect(await screen.findByText('prod')).toBeInTheDocument();
    expect(screen.queryByText('Outputs')).not.toBeInTheDocument();
    expect(list).not.toHaveBeenCalled();
  });
});
