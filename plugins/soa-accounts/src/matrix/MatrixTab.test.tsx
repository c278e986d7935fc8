import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accountOf, placementOf } from '../__testUtils__/placementOf';
import { renderWithPlacements } from '../__testUtils__/renderWithPlacements';
import { withLayout } from '../__testUtils__/withLayout';
import { MatrixTab } from './MatrixTab';

const pricing = placementOf({
  componentRef: 'component:default/pricing',
  environment: 'dev',
  account: accountOf('000000000002', 'runtime-ecs-dev'),
  state: 'missing-workspace',
});

const render = (items = [placementOf(), pricing], search = '') =>
  renderWithPlacements(<MatrixTab />, async () => items, search);

withLayout();

describe('MatrixTab', () => {
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
    expect(rows[1]).toHaveTextContent(
      /^orders1 placementprod · us-east-1 · ecs-fargate$/,
    );
    expect(rows[2]).toHaveTextContent(
      /^pricing1 placementdev · us-east-1 · ecs-fargate◆ No workspace$/,
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
      /^orders2 placements(prod · us-east-1 · ecs-fargate.*){2}$/,
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
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Service' }),
      'default',
    );
    expect(
      await screen.findByText(/No placement fits these filters/),
    ).toBeInTheDocument();
  });

  it('counts what rows, columns and the whole have', async () => {
    render([
      placementOf(),
      placementOf({ region: 'eu-west-1' }),
      placementOf({ ...pricing, account: accountOf('012345678901') }),
    ]);
    const table = await screen.findByRole('table');
    expect(
      within(table).getByRole('columnheader', { name: /^Service/ }),
    ).toHaveTextContent('Service3 placements');
    expect(
      within(table).getByRole('columnheader', { name: /012345678901/ }),
    ).toHaveTextContent(/3 placements$/);
    expect(
      within(table).getByRole('rowheader', { name: /^orders/ }),
    ).toHaveTextContent('orders2 placements');
  });

  it('leads to the workspace, or to the service where there is none', async () => {
    render([placementOf(), placementOf({ ...pricing, workspace: undefined })]);
    expect(
      await screen.findByRole('link', {
        name: 'prod · us-east-1 · ecs-fargate',
      }),
    ).toHaveAttribute('href', '/catalog/default/resource/ws-1');
    expect(
      screen.getByRole('link', { name: 'dev · us-east-1 · ecs-fargate' }),
    ).toHaveAttribute('href', '/catalog/default/component/pricing');
  });

  it('shows some of what is in a full cell, and where the rest is', async () => {
    render(
      Array.from({ length: 12 }, (_, index) =>
        placementOf({ cell: `cell-${index}` }),
      ),
    );
    expect(await screen.findByRole('link', { name: '9 more' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders',
    );
    expect(screen.getAllByRole('link', { name: /cell-/ })).toHaveLength(3);
  });

  it('draws what is in sight of a large organisation, and tells of the rest', async () => {
    const items = Array.from({ length: 10_000 }, (_, index) =>
      placementOf({
        componentRef: `component:default/service-${String(
          index % 1000,
        ).padStart(4, '0')}`,
        account: accountOf(
          String((index + Math.floor(index / 1000) * 20) % 200).padStart(
            12,
            '0',
          ),
        ),
      }),
    );
    render(items);
    const table = await screen.findByRole('table');
    expect(table).toHaveAttribute('aria-rowcount', '1001');
    expect(table).toHaveAttribute('aria-colcount', '201');
    const rows = within(table).getAllByRole('row');
    expect(rows.length).toBeLessThan(40);
    expect(rows[1]).toHaveAttribute('aria-rowindex', '2');
    expect(table.querySelectorAll('*').length).toBeLessThan(2000);
    const region = screen.getByRole('region', { name: 'Services by account' });
    region.scrollTop = 20_800;
    fireEvent.scroll(region);
    expect(await screen.findByText('service-0520')).toBeInTheDocument();
    expect(screen.queryByText('service-0000')).not.toBeInTheDocument();
  });

  it('keeps what has the focus, however far it is scrolled away', async () => {
    render(
      Array.from({ length: 1000 }, (_, index) =>
        placementOf({
          componentRef: `component:default/service-${1000 + index}`,
        }),
      ),
    );
    const first = await screen.findByRole('link', { name: 'service-1000' });
    act(() => first.focus());
    const region = screen.getByRole('region', { name: 'Services by account' });
    region.scrollTop = 30_000;
    fireEvent.scroll(region);
    expect(await screen.findByText('service-1760')).toBeInTheDocument();
    expect(first).toHaveFocus();
    expect(screen.queryByText('service-1030')).not.toBeInTheDocument();
  });

  it('says what to do where nothing is placed', async () => {
    render([]);
    expect(
      await screen.findByText(
        /No component that you may see has spec.placements yet/,
      ),
    ).toBeInTheDocument();
  });

  it('says why nothing could be loaded, and tries again', async () => {
    const listPlacements = jest
      .fn()
      .mockRejectedValueOnce(new Error('The inventory is not ready'))
      .mockResolvedValue([placementOf()]);
    renderWithPlacements(<MatrixTab />, listPlacements);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /could not be loaded.*The inventory is not ready/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table')).toBeInTheDocument();
  });
});
