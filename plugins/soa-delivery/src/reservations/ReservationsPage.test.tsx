import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../__testUtils__/renderPage';
import { lockOf, rangeOf } from '../__testUtils__/reservationsOf';
import type { SoaDeliveryApi } from '../api';

function open(api: Partial<SoaDeliveryApi> = {}) {
  renderPage('/reservations', {
    listLocks: async () => ({ items: [] }),
    listNetworkRanges: async () => ({ items: [] }),
    ...api,
  });
}

const section = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('ReservationsPage', () => {
  it('shows who holds what, and who waits for it', async () => {
    open({
      listLocks: async () => ({
        items: [
          lockOf(),
          lockOf({
            id: 'l-2',
            owner: {
              kind: 'rollout',
              componentRef: 'component:default/cart',
              id: 'r-9',
            },
            state: 'waiting',
            ahead: 1,
            holder: lockOf().owner,
          }),
          lockOf({ id: 'l-3', state: 'waiting', ahead: 2 }),
        ],
      }),
    });
    const locks = await section('Locks');
    await locks.findByText('Waits, 1 before it');
    const [, holds, waits, hidden] = locks.getAllByRole('row');
    expect(holds).toHaveTextContent(
      /account 111122223333.*prod of orders.*Holds it/,
    );
    expect(within(holds).getByRole('link', { name: 'orders' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders',
    );
    expect(waits).toHaveTextContent(
      /rollout of cart.*Waits, 1 before it.*Held by prod of orders/,
    );
    expect(
      within(waits).getByRole('link', { name: 'rollout' }),
    ).toHaveAttribute('href', '/soa-delivery/rollouts/r-9');
    expect(hidden).toHaveTextContent(/Held by Somebody whom you may not see/);
  });

  it('takes who waits out of the queue', async () => {
    const releaseLock = jest.fn(async () => {});
    open({
      listLocks: async () => ({
        items: [lockOf({ state: 'waiting', ahead: 1 })],
      }),
      releaseLock,
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Take it out of the queue for account 111122223333',
      }),
    );
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Take out',
      }),
    );
    expect(
      await screen.findByText(
        'It does not wait for account 111122223333 any more.',
      ),
    ).toBeInTheDocument();
    expect(releaseLock).toHaveBeenCalledWith('l-1');
  });

  it('shows ranges, and VPCs of others that have addresses of them', async () => {
    const vpc = {
      id: 'vpc-1',
      account: '444455556666',
      region: 'eu-west-1',
      cidr: '10.0.0.0/16',
    };
    open({
      listNetworkRanges: async () => ({
        items: [rangeOf(), rangeOf({ id: 'r-2', overlaps: [vpc] })],
      }),
    });
    const ranges = await section('Network ranges');
    expect(await ranges.findAllByText('10.0.0.0/20')).toHaveLength(2);
    const [, fine, overlapping] = ranges.getAllByRole('row');
    expect(fine).toHaveTextContent(
      /workloads.*111122223333.*us-east-1.*prod of orders.*Held/,
    );
    expect(fine).not.toHaveTextContent(/VPC/);
    expect(overlapping).toHaveTextContent(
      'A VPC of others has addresses of it: vpc-1 (10.0.0.0/16; 444455556666, eu-west-1)',
    );
  });

  it('frees a lock once that is confirmed', async () => {
    const items = [lockOf()];
    const releaseLock = jest.fn(async () => {
      items.pop();
    });
    open({ listLocks: async () => ({ items: [...items] }), releaseLock });
    const free = await screen.findByRole('button', {
      name: 'Free account 111122223333',
    });
    await userEvent.click(free);
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/Make sure that nothing of/)).toHaveTextContent(
      'prod of orders',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(releaseLock).not.toHaveBeenCalled();

    // And with the keyboard alone.
    free.focus();
    await userEvent.keyboard('{Enter}');
    const again = within(await screen.findByRole('dialog'));
    again.getByRole('button', { name: 'Free' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('Nothing is locked')).toBeInTheDocument();
    expect(releaseLock).toHaveBeenCalledWith('l-1');
    expect(
      screen.getByText(/^account 111122223333 is free/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('says why a range could not be freed, and tries again', async () => {
    const releaseNetworkRange = jest
      .fn()
      .mockRejectedValueOnce(new Error('The database is away'))
      .mockResolvedValue(undefined);
    open({
      listNetworkRanges: async () => ({ items: [rangeOf()] }),
      releaseNetworkRange,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Free 10.0.0.0/20' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Free' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      /could not be freed.*The database is away/,
    );
    await userEvent.click(dialog.getByRole('button', { name: /try again/i }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(releaseNetworkRange).toHaveBeenCalledTimes(2);
  });

  it('has no button for who may not free', async () => {
    open({
      listLocks: async () => ({ items: [lockOf({ mayRelease: false })] }),
      listNetworkRanges: async () => ({
        items: [rangeOf({ mayRelease: false })],
      }),
    });
    expect(await screen.findByText('account 111122223333')).toBeInTheDocument();
    expect(await screen.findByText('10.0.0.0/20')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Free/ }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('columnheader', { name: 'Action' }),
    ).not.toBeInTheDocument();
  });

  it('narrows the lists, and goes through them page by page', async () => {
    const listLocks = jest.fn(async () => ({ items: [lockOf()] }));
    const listNetworkRanges = jest.fn(
      async ({ cursor }: { cursor?: string }) => ({
        items: [rangeOf({ cidr: cursor ? '10.0.16.0/20' : '10.0.0.0/20' })],
        nextCursor: cursor ? undefined : 'next',
      }),
    );
    open({ listLocks, listNetworkRanges });
    const ranges = await section('Network ranges');
    await userEvent.click(await ranges.findByRole('button', { name: 'Older' }));
    expect(await ranges.findByText('10.0.16.0/20')).toBeInTheDocument();
    await userEvent.click(ranges.getByRole('button', { name: /Region/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'us-east-1' }),
    );
    await waitFor(() =>
      expect(listNetworkRanges).toHaveBeenLastCalledWith(
        { region: 'us-east-1', cursor: undefined },
        expect.anything(),
      ),
    );
    const locks = await section('Locks');
    await userEvent.click(locks.getByRole('button', { name: /State/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Waits' }));
    await waitFor(() =>
      expect(listLocks).toHaveBeenLastCalledWith(
        { state: 'waiting', cursor: undefined },
        expect.anything(),
      ),
    );
  });

  it('says that there is nothing, or nothing that one may see', async () => {
    open({ listNetworkRanges: async () => ({ items: [], nextCursor: 'n' }) });
    expect(await screen.findByText('Nothing is locked')).toBeInTheDocument();
    expect(
      await screen.findByText('Nothing here that you may see'),
    ).toBeInTheDocument();
  });

  it('shows one list where the other could not be loaded', async () => {
    open({
      listLocks: async () => {
        throw new Error('The database is away');
      },
      listNetworkRanges: async () => ({ items: [rangeOf()] }),
    });
    expect(await screen.findByText('10.0.0.0/20')).toBeInTheDocument();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The locks could not be loaded.*The database is away/,
    );
  });
});
