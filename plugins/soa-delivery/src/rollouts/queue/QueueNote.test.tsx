import { screen } from '@testing-library/react';
import { renderPage } from '../../__testUtils__/renderPage';
import { rolloutOf } from '../../__testUtils__/rolloutOf';

const open = (change: Parameters<typeof rolloutOf>[0]) =>
  renderPage('/rollouts/r-1', { getRollout: async () => rolloutOf(change) });

describe('QueueNote', () => {
  it('says who has the account, and where one sees all that wait', async () => {
    open({
      queue: {
        account: '111122223333',
        ahead: 2,
        holder: 'component:default/cart',
      },
    });
    expect(
      await screen.findByText(/^Waits for account 111122223333: 2 before it\./),
    ).toHaveTextContent('cart has it now.');
    expect(screen.getByRole('link', { name: 'cart' })).toHaveAttribute(
      'href',
      '/catalog/default/component/cart',
    );
    expect(screen.getByRole('link', { name: 'Reservations' })).toHaveAttribute(
      'href',
      '/soa-delivery/reservations',
    );
  });

  it('names nobody whom one may not see', async () => {
    open({ queue: { account: '111122223333', ahead: 1 } });
    expect(
      await screen.findByText(/Somebody whom you may not see has it now/),
    ).toBeInTheDocument();
  });

  it('says that it is next', async () => {
    open({ queue: { account: '111122223333', ahead: 0 } });
    expect(await screen.findByText(/it is next/)).toBeInTheDocument();
  });

  it('says nothing of a rollout that waits for no account', async () => {
    open({});
    await screen.findByRole('heading', { name: 'Rollout of orders' });
    expect(
      screen.queryByText('Begins once it has the account for itself'),
    ).not.toBeInTheDocument();
  });
});
