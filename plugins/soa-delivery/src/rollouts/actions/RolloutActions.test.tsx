import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RolloutAction } from '@backstage-soa/plugin-soa-common';
import { renderPage } from '../../__testUtils__/renderPage';
import { rolloutOf } from '../../__testUtils__/rolloutOf';

const allowing = (...actions: RolloutAction[]) => rolloutOf({ actions });

const press = async (name: string) => {
  await userEvent.click(await screen.findByRole('button', { name }));
  return within(await screen.findByRole('dialog'));
};

describe('RolloutActions', () => {
  it('offers just what one may do', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () => allowing('rollback', 'resume'),
    });
    const group = within(
      await screen.findByRole('group', { name: 'What you may do' }),
    );
    expect(group.getAllByRole('button').map(of => of.textContent)).toEqual([
      'Resume',
      'Roll back',
    ]);
  });

  it('offers nothing to whom may do nothing', async () => {
    renderPage('/rollouts/r-1', { getRollout: async () => allowing() });
    await screen.findByRole('heading', { name: 'Rollout of orders' });
    expect(
      screen.queryByRole('group', { name: 'What you may do' }),
    ).not.toBeInTheDocument();
  });

  it.each<[RolloutAction, string, RegExp]>([
    ['pause', 'Pause', /^What is under way goes on to its end/],
    ['resume', 'Resume', /^It goes on where it was paused/],
    ['cancel', 'Cancel rollout', /^What has not begun to apply is ended/],
    ['rollback', 'Roll back', /^Nothing more begins, and 1 placement that/],
  ])('says what it means, and does it: %s', async (action, name, means) => {
    const steerRollout = jest.fn(async () => rolloutOf());
    renderPage('/rollouts/r-1', {
      getRollout: async () => allowing(action),
      steerRollout,
    });
    const dialog = await press(name);
    expect(dialog.getByText(means)).toBeInTheDocument();
    await userEvent.type(dialog.getByLabelText(/^Comment/), ' Because ');
    await userEvent.click(dialog.getByRole('button', { name }));
    expect(steerRollout).toHaveBeenCalledWith('r-1', action, 'Because');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('does nothing when one goes back', async () => {
    const steerRollout = jest.fn();
    renderPage('/rollouts/r-1', {
      getRollout: async () => allowing('cancel'),
      steerRollout,
    });
    const dialog = await press('Cancel rollout');
    await userEvent.click(dialog.getByRole('button', { name: 'Back' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(steerRollout).not.toHaveBeenCalled();
  });

  it('says in place why it could not be done', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () => allowing('pause'),
      steerRollout: async () => {
        throw new Error('The rollout has ended');
      },
    });
    const dialog = await press('Pause');
    await userEvent.click(dialog.getByRole('button', { name: 'Pause' }));
    expect(
      await dialog.findByText('The rollout has ended'),
    ).toBeInTheDocument();
  });

  it('stays open, with what was typed, while the page is kept up to date', async () => {
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    try {
      const getRollout = jest
        .fn()
        .mockResolvedValueOnce(allowing('pause'))
        .mockResolvedValue({ ...allowing(), state: 'failed' });
      renderPage('/rollouts/r-1', { getRollout });
      await user.click(await screen.findByRole('button', { name: 'Pause' }));
      const dialog = within(await screen.findByRole('dialog'));
      await user.type(dialog.getByLabelText(/^Comment/), 'Because');
      await waitFor(() => expect(getRollout).toHaveBeenCalledTimes(2));
      await waitFor(() =>
        expect(
          screen.getAllByRole('status', { hidden: true })[0],
        ).toHaveTextContent(/^▲ Failed/),
      );
      expect(dialog.getByLabelText(/^Comment/)).toHaveValue('Because');
      expect(dialog.getByLabelText(/^Comment/)).toHaveFocus();
    } finally {
      jest.useRealTimers();
    }
  });
});
