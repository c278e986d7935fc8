import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anAccount, aUnit } from '../__testUtils__/organisationOf';
import { accountOf, placementOf } from '../__testUtils__/placementOf';
import { renderWithPlacements } from '../__testUtils__/renderWithPlacements';
import { withLayout } from '../__testUtils__/withLayout';
import { OrganisationTab } from './OrganisationTab';

withLayout();

const units = [
  aUnit({ id: 'r-acme', name: 'Root' }),
  aUnit({ id: 'ou-prod', name: 'Prod', parentId: 'r-acme' }),
  aUnit({ id: 'ou-dev', name: 'Dev', parentId: 'r-acme' }),
];
const accounts = [
  anAccount({ id: '000000000011', name: 'shop', parentId: 'ou-prod' }),
  anAccount({
    id: '000000000012',
    name: 'legacy',
    parentId: 'ou-prod',
    state: 'SUSPENDED',
    owner: undefined,
  }),
];

const render = (search = '', lists = { units, accounts }) =>
  renderWithPlacements(
    <OrganisationTab />,
    async () => [
      placementOf({ account: accountOf('000000000011') }),
      placementOf({ account: accountOf('000000000011'), region: 'eu-west-1' }),
    ],
    search,
    {
      api: {
        listOrganizationalUnits: async () => lists.units,
        listAccounts: async () => lists.accounts,
      },
    },
  );

const tree = () =>
  screen.findByRole('treegrid', { name: 'Organizational units and accounts' });
const names = (grid: HTMLElement) =>
  within(grid)
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent?.replace(/[▸▾]/, ''));

describe('OrganisationTab', () => {
  it('opens what is in the organisation, and nothing below', async () => {
    render();
    const grid = await tree();
    expect(names(grid)).toEqual(['o-acme', 'Dev', 'Prod']);
    expect(screen.getByRole('status')).toHaveTextContent(
      '2 accounts, 1 service',
    );
    const [, dev, prod] = within(grid).getAllByRole('row').slice(1);
    expect(prod).toHaveAttribute('aria-expanded', 'false');
    expect(prod).toHaveAttribute('aria-level', '2');
    expect(prod).toHaveAttribute('aria-setsize', '2');
    expect(dev).not.toHaveAttribute('aria-expanded');
  });

  it('is moved through with the keyboard', async () => {
    render();
    const grid = await tree();
    const row = (name: RegExp) => within(grid).getByRole('row', { name });
    await userEvent.tab();
    while (!grid.contains(document.activeElement)) {
      await userEvent.tab();
    }
    expect(row(/^▾?o-acme/)).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(row(/Prod/)).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(names(grid)).toEqual([
      'o-acme',
      'Dev',
      'Prod',
      'legacy 000000000012',
      'shop 000000000011',
    ]);
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{Enter}');
    expect(row(/shop/)).toHaveFocus();
    expect(names(grid)).toContain('orders');
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(row(/Prod/)).toHaveFocus();
    expect(names(grid)).not.toContain('orders');
    await userEvent.keyboard('{ArrowLeft}{Home}');
    expect(names(grid)).toEqual(['o-acme', 'Dev', 'Prod']);
  });

  it('says of accounts what they are, and what runs there', async () => {
    render('?account=ou-prod');
    const grid = await tree();
    const row = (name: RegExp) =>
      within(grid).getByRole('row', { name }).textContent;
    expect(row(/legacy/)).toContain('▲ SuspendedNobodyprod0 services');
    expect(row(/shop/)).toContain(
      '● Activeteam-shopprod1 service, 2 placements',
    );
    expect(within(grid).getByRole('link', { name: 'shop' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/000000000011',
    );
  });

  it('shows what is sought, opened', async () => {
    render();
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Unit or account' }),
      '00011',
    );
    const grid = await tree();
    expect(
      await within(grid).findByRole('link', { name: 'shop' }),
    ).toBeInTheDocument();
    expect(names(grid)).toEqual(['o-acme', 'Prod', 'shop 000000000011']);
  });

  it('draws what is in sight of a large organisation', async () => {
    render('', {
      units: [],
      accounts: Array.from({ length: 10_000 }, (_, index) =>
        anAccount({ id: String(index).padStart(12, '0') }),
      ),
    });
    const grid = await tree();
    expect(grid).toHaveAttribute('aria-rowcount', '10002');
    expect(within(grid).getAllByRole('row').length).toBeLessThan(40);
    await userEvent.click(within(grid).getByText('000000000001'));
    await userEvent.keyboard('{End}');
    expect(await within(grid).findByText('000000009999')).toBeInTheDocument();
    expect(within(grid).getByText('000000009999').closest('tr')).toHaveFocus();
  });

  it('says what to do where there is no account', async () => {
    render('', { units: [], accounts: [] });
    expect(
      await screen.findByText(/reads AWS Organizations/),
    ).toBeInTheDocument();
  });

  it('says that filters leave nothing', async () => {
    render('?account=nothing');
    expect(await screen.findByText(/loosen them/)).toBeInTheDocument();
  });

  it('says that it may not be seen', async () => {
    const refusal = Object.assign(new Error('not yours'), {
      name: 'NotAllowedError',
    });
    renderWithPlacements(<OrganisationTab />, async () => [], '', {
      api: {
        listOrganizationalUnits: async () => [],
        listAccounts: async () => {
          throw refusal;
        },
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see this',
    );
  });
});
