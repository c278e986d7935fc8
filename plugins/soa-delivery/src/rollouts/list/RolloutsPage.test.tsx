import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../__testUtils__/renderPage';
import { approvalOf, summaryOf } from '../../__testUtils__/rolloutOf';

const table = async () => within(await screen.findByRole('grid'));

describe('RolloutsPage', () => {
  it('asks for what the filters in the URL say', async () => {
    const listRollouts = jest.fn(async () => ({ items: [summaryOf()] }));
    renderPage(
      '/?state=failed&service=component%3Adefault%2Forders&initiator=me',
      { listRollouts },
    );
    await screen.findByRole('link', { name: /2026/ });
    expect(listRollouts).toHaveBeenCalledWith(
      {
        component: 'component:default/orders',
        state: 'failed',
        initiator: 'user:default/guest',
        cursor: undefined,
      },
      expect.anything(),
    );
  });

  it('is shown where there is no other page', async () => {
    renderPage('/rollouts', { listRollouts: async () => ({ items: [] }) });
    expect(await screen.findByText('No rollout yet')).toBeInTheDocument();
  });

  it('leads to the other pages', async () => {
    renderPage('/', { listRollouts: async () => ({ items: [] }) });
    const others = within(await screen.findByRole('navigation'));
    expect(
      others
        .getAllByRole('link')
        .map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['Sandbox environments', '/soa-delivery/sandbox-environments'],
      ['Reservations', '/soa-delivery/reservations'],
    ]);
  });

  it('narrows the list, and says that nothing matches', async () => {
    const listRollouts = jest.fn(async ({ state }: { state?: string }) => ({
      items: state ? [] : [summaryOf()],
    }));
    renderPage('/', { listRollouts });
    await userEvent.click(await screen.findByRole('button', { name: /State/ }));
    await userEvent.click(screen.getByRole('option', { name: 'Rolled back' }));
    expect(await screen.findByText('No rollout matches')).toBeInTheDocument();
    expect(listRollouts).toHaveBeenLastCalledWith(
      expect.objectContaining({ state: 'rolled-back' }),
      expect.anything(),
    );
  });

  it('offers the services that are placed somewhere', async () => {
    const listRollouts = jest.fn(async () => ({ items: [summaryOf()] }));
    renderPage('/', { listRollouts });
    await screen.findByRole('link', { name: /2026/ });
    await userEvent.click(screen.getByRole('button', { name: /Service/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'orders' }),
    );
    expect(listRollouts).toHaveBeenLastCalledWith(
      expect.objectContaining({ component: 'component:default/orders' }),
      expect.anything(),
    );
  });

  it('has what waits for the viewer on top', async () => {
    renderPage('/', {
      listRollouts: async () => ({ items: [] }),
      listApprovals: async () => ({
        items: [
          {
            ...approvalOf(),
            rolloutId: 'r-9',
            componentRef: 'component:default/orders',
            initiator: 'user:default/dana',
          },
        ],
      }),
    });
    expect(
      await screen.findByRole('link', { name: 'orders: Begin prod' }),
    ).toHaveAttribute('href', '/soa-delivery/rollouts/r-9');
  });

  it('links each rollout with its service, initiator and page', async () => {
    renderPage('/', { listRollouts: async () => ({ items: [summaryOf()] }) });
    expect(await screen.findByRole('link', { name: /2026/ })).toHaveAttribute(
      'href',
      '/soa-delivery/rollouts/r-1',
    );
    expect(screen.getByRole('link', { name: 'orders' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders',
    );
    expect(screen.getByRole('link', { name: 'guest' })).toBeInTheDocument();
    expect(screen.getByText('1 of 2')).toBeInTheDocument();
    expect((await table()).getByText('Running')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Older' }),
    ).not.toBeInTheDocument();
  });

  it('goes on to older ones, and back to the newest', async () => {
    const listRollouts = jest.fn(async ({ cursor }: { cursor?: string }) =>
      cursor
        ? { items: [summaryOf({ id: 'old', state: 'failed' as const })] }
        : { items: [summaryOf()], nextCursor: 'next' },
    );
    renderPage('/', { listRollouts });
    await userEvent.click(await screen.findByRole('button', { name: 'Older' }));
    expect(await (await table()).findByText('Failed')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Older' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Newest' }));
    expect(await (await table()).findByText('Running')).toBeInTheDocument();
  });

  it('says what to do where there is none', async () => {
    renderPage('/', { listRollouts: async () => ({ items: [] }) });
    expect(await screen.findByText('No rollout yet')).toBeInTheDocument();
    expect(screen.getByText(/Create a service/)).toBeInTheDocument();
  });

  it('tells a page of what one may not see from the last one', async () => {
    renderPage('/', {
      listRollouts: async () => ({ items: [], nextCursor: 'next' }),
    });
    expect(
      await screen.findByText('No rollout here that you may see'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Older' })).toBeEnabled();
    expect(screen.queryByText('No rollout yet')).not.toBeInTheDocument();
  });

  it('says why nothing could be loaded', async () => {
    renderPage('/', {
      listRollouts: async () => {
        throw new Error('cursor is not one that this server gave');
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /could not be loaded.*cursor is not one/,
    );
  });
});
