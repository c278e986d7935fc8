import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../__testUtils__/renderPage';
import { rolloutOf, targetOf } from '../__testUtils__/rolloutOf';

const row = async (text: RegExp) =>
  within((await screen.findByText(text)).closest('tr')!);

describe('RolloutPage', () => {
  it('shows how far each placement has come', async () => {
    const getRollout = jest.fn(async () => rolloutOf());
    renderPage('/rollouts/r-1', { getRollout });
    expect(
      await screen.findByRole('heading', { name: 'Rollout of orders' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('Running 1 of 2');

    const applied = await row(/orders-prod-use1/);
    expect(
      applied.getByRole('link', { name: /^acme\/orders-prod-use1/ }),
    ).toHaveAttribute('href', 'https://tfc.example/orders-prod-use1');
    expect(applied.getByRole('link', { name: /^applied/ })).toHaveAttribute(
      'href',
      'https://tfc.example/run-1',
    );
    expect(
      applied.getByText('7 to add, 1 to change, 0 to destroy'),
    ).toBeInTheDocument();
    expect(applied.getByText('2 to import')).toBeInTheDocument();
    expect(applied.getByText('ecs-fargate')).toBeInTheDocument();

    const planning = await row(/orders-prod-euw1/);
    expect(planning.getByText('Planning')).toBeInTheDocument();
    expect(getRollout).toHaveBeenCalledWith('r-1', expect.anything());
  });

  it('says in words what went wrong, and what was not begun', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOf({
          state: 'failed',
          message: 'Failed: prod-use1; nothing was applied.',
          endedAt: '2026-11-20T10:02:00.000Z',
          waves: [
            {
              name: 'All placements',
              targets: [
                targetOf('prod-use1', 'failed', { error: 'The run errored.' }),
                targetOf('prod-euw1', 'skipped'),
              ],
            },
          ],
        }),
    });
    await screen.findByRole('heading', { name: 'Rollout of orders' });
    expect(screen.getByRole('status')).toHaveTextContent(
      'Failed Failed: prod-use1; nothing was applied.',
    );
    expect(
      (await row(/orders-prod-use1/)).getByText('The run errored.'),
    ).toBeInTheDocument();
    expect(
      (await row(/orders-prod-euw1/)).getByText('Not begun'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Ended/)).toBeInTheDocument();
  });

  it('says that there is no such rollout, and tries again', async () => {
    const getRollout = jest
      .fn()
      .mockRejectedValueOnce(new Error('There is no rollout r-2'))
      .mockResolvedValue(rolloutOf());
    renderPage('/rollouts/r-2', { getRollout });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no rollout r-2',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('heading', { name: 'Rollout of orders' }),
    ).toBeInTheDocument();
  });

  it('says that it is being loaded', async () => {
    renderPage('/rollouts/r-1', { getRollout: () => new Promise(() => {}) });
    expect(
      await screen.findByRole('status', { name: 'Loading the rollout' }),
    ).toBeInTheDocument();
  });
});
