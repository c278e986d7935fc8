import { screen } from '@testing-library/react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { placementOf } from '../__testUtils__/placementOf';
import { renderWithPlacements } from '../__testUtils__/renderWithPlacements';
import { PlacementsCard } from './PlacementsCard';

const entityOf = (kind: string, name: string, annotations = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', annotations },
});

const onComponent = (
  <EntityProvider entity={entityOf('Component', 'orders')}>
    <PlacementsCard of="component" />
  </EntityProvider>
);

const onAccount = (
  <EntityProvider
    entity={entityOf('Resource', '012345678901', {
      'amazonaws.com/account-id': '012345678901',
    })}
  >
    <PlacementsCard of="account" />
  </EntityProvider>
);

const headers = () =>
  screen.getAllByRole('columnheader').map(({ textContent }) => textContent);

describe('PlacementsCard', () => {
  it('shows where a component runs, with workspace and last run', async () => {
    const listPlacements = jest.fn(async () => [
      placementOf(),
      placementOf({
        region: 'eu-west-1',
        cell: 'blue',
        workspace: undefined,
        state: 'missing-workspace',
      }),
      placementOf({ region: 'us-west-2', state: 'drifted' }),
    ]);
    renderWithPlacements(onComponent, listPlacements);
    expect(await screen.findByText('Where it runs')).toBeInTheDocument();
    expect(
      (await screen.findAllByRole('link', { name: /^orders-prod-use1/ }))[0],
    ).toHaveAttribute('href', '/catalog/default/resource/ws-1');
    expect(screen.getByText('In sync')).toBeInTheDocument();
    expect(screen.getByText('No workspace')).toBeInTheDocument();
    expect(screen.getByText('Drifted')).toBeInTheDocument();
    expect(screen.getByText('ecs-fargate · blue')).toBeInTheDocument();
    expect(headers()).not.toContain('Service');
    expect(listPlacements).toHaveBeenCalledWith(
      { component: 'component:default/orders' },
      expect.anything(),
    );
  });

  it('follows the order of promotion', async () => {
    renderWithPlacements(onComponent, async () => [
      placementOf(),
      placementOf({ environment: 'lab' }),
      placementOf({ environment: 'dev' }),
    ]);
    const environments = await screen.findAllByRole('rowheader');
    expect(environments.map(({ textContent }) => textContent)).toEqual([
      'dev',
      'prod',
      'lab',
    ]);
  });

  it('shows each of the workspaces that hold the same placement', async () => {
    const { workspace } = placementOf();
    renderWithPlacements(onComponent, async () => [
      placementOf(),
      placementOf({
        workspace: { ...workspace!, id: 'ws-2', name: 'orders-copy' },
        state: 'undeclared',
      }),
      // Whoever may not read the workspaces sees neither.
      placementOf({ workspace: undefined }),
      placementOf({ workspace: undefined, state: 'undeclared' }),
    ]);
    expect(await screen.findAllByRole('rowheader')).toHaveLength(4);
    expect(screen.getAllByText('In sync')).toHaveLength(2);
    expect(
      screen.getByRole('link', { name: /^orders-prod-use1/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /^orders-copy/ }),
    ).toBeInTheDocument();
  });

  it('shows what runs in an account', async () => {
    const listPlacements = jest.fn(async () => [placementOf()]);
    renderWithPlacements(onAccount, listPlacements);
    expect(await screen.findByText('What runs here')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'orders' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders',
    );
    expect(headers()).not.toContain('Account');
    expect(listPlacements).toHaveBeenCalledWith(
      { account: '012345678901' },
      expect.anything(),
    );
  });

  it('shows nothing of others where the account is not known', async () => {
    const listPlacements = jest.fn(async () => [placementOf()]);
    renderWithPlacements(
      <EntityProvider entity={entityOf('Resource', 'cloud-of-another-kind')}>
        <PlacementsCard of="account" />
      </EntityProvider>,
      listPlacements,
    );
    expect(
      await screen.findByText(/no annotation amazonaws.com\/account-id/),
    ).toBeInTheDocument();
    expect(listPlacements).not.toHaveBeenCalled();
  });

  it('says that nothing runs in an account', async () => {
    renderWithPlacements(onAccount, async () => []);
    expect(
      await screen.findByText(/No component that you may see/),
    ).toBeInTheDocument();
  });

  it('says why nothing could be loaded', async () => {
    renderWithPlacements(onComponent, async () => {
      throw new Error('no answer');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('no answer');
  });
});
