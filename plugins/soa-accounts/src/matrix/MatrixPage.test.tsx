import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accountOf, placementOf } from '../__testUtils__/placementOf';
import { renderWithPlacements } from '../__testUtils__/renderWithPlacements';
import { MatrixPage } from './MatrixPage';

const pricing = placementOf({
  componentRef: 'component:default/pricing',
  environment: 'dev',
  account: accountOf('000000000002', 'runtime-ecs-dev'),
  state: 'missing-workspace',
});

const render = (items = [placementOf(), pricing], search = '') =>
  renderWithPlacements(<MatrixPage />, async () => items, search);

describe('MatrixPage', () => {
  it('shows services by account, and what is not as declared', async () => {
    render();
    const table = await screen.findByRole('table', {
      name: 'Services by account',
    });
    expect(screen.getByText('2 services, 2 placements')).toBeInTheDocument();
    expect(
      within(table).getByRole('link', { name: 'runtime-ecs-prod' }),
    ).toHaveAttribute('href', '/catalog/default/resource/012345678901');
    const rows = within(table).getAllByRole('row');
    expect(rows[1]).toHaveTextContent(/^ordersprod · us-east-1 · ecs-fargate$/);
    expect(rows[2]).toHaveTextContent(
      /^pricingdev · us-east-1 · ecs-fargate ◆ No workspace$/,
    );
  });

  it('shows each of the workspaces that hold the same placement', async () => {
    const complaint = jest.spyOn(console, 'error');
    const { workspace } = placementOf();
    render([
      placementOf(),
      placementOf({
        workspace: { ...workspace!, id: 'ws-2' },
        state: 'undeclared',
      }),
    ]);
    const table = await screen.findByRole('table');
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent(
      /^orders(prod · us-east-1 · ecs-fargate.*){2}$/,
    );
    // React drops or doubles what has the same key, and says so.
    expect(complaint.mock.calls.flat().join(' ')).not.toMatch(/same key/);
    complaint.mockRestore();
  });

  it('takes its filters from the URL', async () => {
    render(undefined, '?environment=dev&by=region');
    const table = await screen.findByRole('table', {
      name: 'Services by Region',
    });
    expect(within(table).queryByText('orders')).not.toBeInTheDocument();
    expect(
      within(table).getByText('dev · runtime-ecs-dev · ecs-fargate'),
    ).toBeInTheDocument();
  });

  it('is searched by the name of a service', async () => {
    render();
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Service' }),
      'PRIC',
    );
    expect(
      await screen.findByText('1 service, 1 placement'),
    ).toBeInTheDocument();
    await userEvent.type(screen.getByRole('searchbox'), 'default');
    expect(
      await screen.findByText(/No placement fits these filters/),
    ).toBeInTheDocument();
  });

  it('draws no more than a page of a large organisation', async () => {
    const items = Array.from({ length: 10_000 }, (_, index) =>
      placementOf({
        componentRef: `component:default/service-${String(index >> 2).padStart(
          4,
          '0',
        )}`,
        account: accountOf(String(index % 20).padStart(12, '0')),
      }),
    );
    render(items);
    const table = await screen.findByRole('table');
    expect(within(table).getAllByRole('row')).toHaveLength(51);
    expect(screen.getByText('1 to 50 of 2500')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    expect(await screen.findByText('service-0050')).toBeInTheDocument();
    expect(screen.queryByText('service-0000')).not.toBeInTheDocument();
  });

  it('says what to do where nothing is placed', async () => {
    render([]);
    expect(
      await screen.findByText(/No component has spec.placements yet/),
    ).toBeInTheDocument();
  });

  it('says why nothing could be loaded, and tries again', async () => {
    const listPlacements = jest
      .fn()
      .mockRejectedValueOnce(new Error('The inventory is not ready'))
      .mockResolvedValue([placementOf()]);
    renderWithPlacements(<MatrixPage />, listPlacements);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /could not be loaded.*The inventory is not ready/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table')).toBeInTheDocument();
  });
});
