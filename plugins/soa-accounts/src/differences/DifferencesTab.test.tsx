import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { anAccount } from '../__testUtils__/organisationOf';
import { placementOf } from '../__testUtils__/placementOf';
import { renderWithPlacements } from '../__testUtils__/renderWithPlacements';
import { DifferencesTab } from './DifferencesTab';

const items = [
  placementOf(),
  placementOf({ region: 'eu-west-1', state: 'drifted' }),
  placementOf({
    componentRef: 'component:default/pricing',
    workspace: undefined,
    state: 'missing-workspace',
  }),
];

const render = (
  search = '',
  placements: PlacementItem[] = items,
  accounts = [anAccount({ id: '000000000001', name: 'legacy', owner: '' })],
) =>
  renderWithPlacements(<DifferencesTab />, async () => placements, search, {
    api: { listAccounts: async () => accounts },
  });

const rowOf = async (name: RegExp) =>
  within(await screen.findByRole('grid')).getByRole('row', { name });

describe('DifferencesTab', () => {
  it('says what is to be done, and leads there', async () => {
    render();
    const drifted = await rowOf(/orders/);
    expect(drifted).toHaveTextContent(
      /Drifted.*eu-west-1.*outside of Terraform/,
    );
    expect(
      within(drifted).getByRole('link', { name: 'Workspace orders-prod-use1' }),
    ).toHaveAttribute('href', '/catalog/default/resource/ws-1');
    const missing = await rowOf(/pricing/);
    expect(missing).toHaveTextContent(/No workspace.*Run the template/);
    expect(
      within(missing).getByRole('link', { name: 'Service pricing' }),
    ).toHaveAttribute('href', '/catalog/default/component/pricing');
    const account = await rowOf(/legacy/);
    expect(account).toHaveTextContent(/No owner.*Nobody answers/);
    expect(
      within(account).getByRole('link', { name: /Tags in AWS/ }),
    ).toHaveAttribute(
      'href',
      'https://console.aws.amazon.com/organizations/v2/home/accounts/000000000001',
    );
    expect(screen.getByRole('status')).toHaveTextContent('3 differences');
  });

  it('says that baselines are not known where none is to be seen', async () => {
    render();
    expect(
      await screen.findByText(/Which accounts have no baseline is not known/),
    ).toHaveTextContent('component:default/account-baseline');
  });

  it('is narrowed to a kind', async () => {
    render('?state=missing-workspace');
    await rowOf(/pricing/);
    expect(screen.getByRole('status')).toHaveTextContent('1 difference');
  });

  it('shows many page by page', async () => {
    render(
      '',
      Array.from({ length: 60 }, (_, index) =>
        placementOf({ cell: `cell-${index}`, state: 'drifted' }),
      ),
      [],
    );
    expect(await screen.findByText('1 to 25 of 60')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    expect(await screen.findByText(/cell-25/)).toBeInTheDocument();
  });

  it.each([
    ['', /you may see, is as it should be/],
    ['?state=drifted', /you may see, is as it should be/],
  ])('says that there is none with %j', async (search, words) => {
    render(search, [placementOf()], []);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('says that filters leave none', async () => {
    render('?service=none');
    expect(
      await screen.findByText('No difference fits these filters: loosen them.'),
    ).toBeInTheDocument();
  });

  it('says why nothing could be loaded', async () => {
    renderWithPlacements(
      <DifferencesTab />,
      async () => {
        throw new Error('The inventory is not ready');
      },
      '',
      { api: { listAccounts: async () => [] } },
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The inventory is not ready',
    );
  });
});
