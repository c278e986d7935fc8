import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../__testUtils__/renderPage';
import { rolloutOfTargets, targetOf } from '../../__testUtils__/rolloutOf';

const failed = rolloutOfTargets(
  [
    targetOf('prod-use1', 'failed', {
      error: 'The run errored.',
      run: {
        id: 'run-7',
        status: 'errored',
        purpose: 'apply',
        url: 'https://tfc.example/run-7',
      },
    }),
  ],
  { state: 'failed', endedAt: '2026-11-20T10:02:00.000Z' },
);

const open = async () => {
  const note = (await screen.findByText('1 placement has failed')).closest(
    '.bui-Alert',
  ) as HTMLElement;
  expect(note).toHaveTextContent('The run errored.');
  await userEvent.click(
    within(note).getByRole('button', { name: 'Log of prod-use1' }),
  );
  return within(await screen.findByRole('dialog'));
};

describe('LogDialog', () => {
  it('has the log of what failed at hand', async () => {
    // It also brings a clipboard.
    const user = userEvent.setup();
    const written = jest.spyOn(navigator.clipboard, 'writeText');
    const getRolloutLog = jest.fn(async () => ({
      runId: 'run-7',
      phase: 'apply' as const,
      text: 'Error: no such load balancer',
      isTruncated: true,
    }));
    renderPage('/rollouts/r-1', {
      getRollout: async () => failed,
      getRolloutLog,
    });
    const dialog = await open();
    expect(
      await dialog.findByRole('region', {
        name: 'What the apply of run-7 printed',
      }),
    ).toHaveTextContent('Error: no such load balancer');
    expect(dialog.getByText(/^This is the end of a long/)).toBeInTheDocument();
    expect(
      dialog.getByRole('link', { name: /^Open the run in HCP/ }),
    ).toHaveAttribute('href', 'https://tfc.example/run-7');
    expect(getRolloutLog).toHaveBeenCalledWith(
      'r-1',
      'prod-use1',
      expect.anything(),
    );
    await user.click(dialog.getByRole('button', { name: 'Copy' }));
    expect(await dialog.findByText('Copied')).toBeInTheDocument();
    expect(written).toHaveBeenCalledWith('Error: no such load balancer');
  });

  it('says why it could not be loaded', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () => failed,
      getRolloutLog: async () => {
        throw new Error('The log has been deleted');
      },
    });
    expect(await (await open()).findByRole('alert')).toHaveTextContent(
      /could not be loaded.*has been deleted/,
    );
  });

  it('says that nothing was printed', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () => failed,
      getRolloutLog: async () => ({
        runId: 'run-7',
        phase: 'plan',
        text: '',
        isTruncated: false,
      }),
    });
    expect(
      await (await open()).findByText('Terraform has printed nothing yet.'),
    ).toBeInTheDocument();
  });
});
