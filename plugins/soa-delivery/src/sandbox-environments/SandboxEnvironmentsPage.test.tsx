import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../__testUtils__/renderPage';
import { sandboxEnvironmentOf } from '../__testUtils__/sandboxEnvironmentOf';
import type { SoaDeliveryApi } from '../api';

function open(
  listSandboxEnvironments: SoaDeliveryApi['listSandboxEnvironments'],
) {
  renderPage('/sandbox-environments', { listSandboxEnvironments });
}

describe('SandboxEnvironmentsPage', () => {
  it('shows whose they are, and until when they are there', async () => {
    open(async () => ({
      items: [
        sandboxEnvironmentOf(),
        sandboxEnvironmentOf({
          componentRef: 'component:default/cart',
          state: 'failed',
          message: 'The bucket is not empty.',
        }),
      ],
    }));
    const [, orders, cart] = await screen.findAllByRole('row');
    expect(orders).toHaveTextContent(/orders.*Active.*team-checkout.*dana/);
    expect(
      within(orders).getByRole('link', { name: 'orders' }),
    ).toHaveAttribute('href', '/catalog/default/component/orders');
    expect(orders.querySelector('time')).toHaveAttribute(
      'datetime',
      '2126-11-27T10:00:00.000Z',
    );
    expect(cart).toHaveTextContent(
      /Could not be destroyed.*The bucket is not empty/,
    );
  });

  it('goes through them page by page', async () => {
    open(async ({ cursor }) => ({
      items: [
        sandboxEnvironmentOf({
          componentRef: `component:default/${cursor ?? 'first'}`,
        }),
      ],
      nextCursor: cursor ? undefined : 'second',
    }));
    expect(await screen.findByText('first')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Older' }));
    expect(await screen.findByText('second')).toBeInTheDocument();
  });

  it('says that there are none', async () => {
    open(async () => ({ items: [] }));
    expect(
      await screen.findByText('No sandbox environment'),
    ).toBeInTheDocument();
  });

  it('says that there are none here that one may see', async () => {
    open(async () => ({ items: [], nextCursor: 'more' }));
    expect(
      await screen.findByText('Nothing here that you may see'),
    ).toBeInTheDocument();
  });

  it('says why they could not be loaded', async () => {
    open(async () => {
      throw new Error('The database is away');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /sandbox environments could not be loaded.*The database is away/,
    );
  });
});
