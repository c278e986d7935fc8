import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { placementOf } from '../__testUtils__/placementOf';
import { renderWithPlacements } from '../__testUtils__/renderWithPlacements';
import { RegionsTab } from './RegionsTab';

const pricing = 'component:default/pricing';
const items = [
  placementOf(),
  placementOf({ region: 'eu-west-1' }),
  placementOf({ componentRef: pricing, environment: 'dev' }),
  placementOf({
    componentRef: 'component:default/site',
    region: 'global',
    runtime: 'static-site',
  }),
];

const getEntitiesByRefs = async ({ entityRefs }: { entityRefs: string[] }) => ({
  items: entityRefs.map(ref => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: ref },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team-shop' }],
  })),
});

const render = (search = '', catalog = { getEntitiesByRefs }) =>
  renderWithPlacements(<RegionsTab />, async () => items, search, { catalog });

const cellsOf = (row: HTMLElement) =>
  within(row)
    .getAllByRole('gridcell')
    .map(({ textContent }) => textContent);

describe('RegionsTab', () => {
  it('shows what is in each Region, and what is in none apart', async () => {
    render();
    const table = await screen.findByRole('region', {
      name: 'What runs in which Region',
    });
    const [, europe, america, global] = within(table).getAllByRole('row');
    expect(europe).toHaveTextContent('eu-west-1');
    expect(cellsOf(europe)).toEqual([
      '1',
      '1',
      'prod 1',
      'ecs-fargate 1',
      '0',
      '1',
    ]);
    expect(cellsOf(america)).toEqual([
      '2',
      '2',
      'dev 1, prod 1',
      'ecs-fargate 2',
      '1',
      '1',
    ]);
    expect(cellsOf(global).slice(-2)).toEqual(['–', '–']);
    expect(
      screen.getByText(/Choose a Region to see which services/),
    ).toBeInTheDocument();
  });

  it('says whose services would be lost, and which would run on', async () => {
    render('?environment=');
    await userEvent.click(
      await screen.findByRole('link', { name: 'us-east-1' }),
    );
    const lost = await screen.findByRole('region', {
      name: '1 service would be lost if us-east-1 failed',
    });
    expect(
      await within(lost).findByRole('link', { name: 'team-shop' }),
    ).toHaveAttribute('href', '/catalog/default/group/team-shop');
    expect(
      within(lost).getByRole('link', { name: 'pricing' }),
    ).toBeInTheDocument();
    expect(within(lost).queryByText('orders')).not.toBeInTheDocument();
  });

  it('says where the others run on', async () => {
    render('?region=us-east-1&show=kept');
    const kept = await screen.findByRole('region', {
      name: '1 service would run on elsewhere if us-east-1 failed',
    });
    expect(
      await within(kept).findByRole('row', { name: /orders/ }),
    ).toHaveTextContent(/eu-west-1$/);
  });

  it('says that nothing would be lost', async () => {
    render('?region=eu-west-1');
    expect(
      await screen.findByText('Nothing would be lost'),
    ).toBeInTheDocument();
  });

  it.each([
    ['global', /fails with none of them/],
    ['ap-south-1', /runs in ap-south-1/],
  ])('has no loss to tell of in %s', async (region, words) => {
    render(`?region=${region}`);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('shows services where their owners could not be loaded', async () => {
    render('?region=us-east-1', {
      getEntitiesByRefs: async () => {
        throw new Error('no catalog');
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('no catalog');
    expect(screen.getByRole('link', { name: 'pricing' })).toBeInTheDocument();
  });

  it('says what to do where nothing is placed', async () => {
    renderWithPlacements(<RegionsTab />, async () => []);
    expect(
      await screen.findByText(
        /No component that you may see has spec.placements yet/,
      ),
    ).toBeInTheDocument();
  });
});
