import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RolloutTargetState } from '@backstage-soa/plugin-soa-common';
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
    expect(
      screen.getByRole('heading', { name: 'All placements' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /^this configuration/ }),
    ).toHaveAttribute('href', 'https://example.com/orders.tar.gz');
    expect(getRollout).toHaveBeenCalledWith('r-1', expect.anything());
  });

  it('says in words what went wrong, and what was not begun', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOf({
          state: 'failed',
          endedAt: '2026-11-20T10:02:00.000Z',
          waves: [
            {
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
      'Failed Failed: prod-use1 · Nothing was applied · 1 not begun',
    );
    expect(
      (await row(/orders-prod-use1/)).getByText('The run errored.'),
    ).toBeInTheDocument();
    expect(
      (await row(/orders-prod-euw1/)).getByText('Not begun'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Ended/)).toBeInTheDocument();
  });

  const ofKeys = (keys: string[], ...states: RolloutTargetState[]) => ({
    endedAt: '2026-11-20T10:02:00.000Z',
    waves: [
      {
        targets: keys.map((key, index) =>
          targetOf(key, states[index % states.length]),
        ),
      },
    ],
  });

  it.each([
    ['applied', ofKeys(['a'], 'applied'), 'Applied The placement is applied.'],
    [
      'applied',
      ofKeys(['a', 'b'], 'applied'),
      'Applied All 2 placements are applied.',
    ],
    [
      'failed',
      ofKeys([...'abcdefg'], 'failed'),
      'Failed Failed: a, b, c, d, e and 2 more · Nothing was applied',
    ],
    [
      'canceled',
      ofKeys(['a', 'b'], 'canceled', 'applied'),
      'Canceled Canceled: a · 1 applied',
    ],
  ] as const)('says in few words how it ended: %s', async (state, of, says) => {
    renderPage('/rollouts/r-1', {
      getRollout: async () => rolloutOf({ state, ...of }),
    });
    await screen.findByRole('heading', { name: 'Rollout of orders' });
    expect(screen.getByRole('status')).toHaveTextContent(says);
  });

  it.each([
    ['turn', /^Run run-7 waits for its turn: an earlier run/],
    ['policy-override', /^Run run-7 waits for a person: override the policy/],
    ['decision', /^Run run-7 waits for a person: decide whether/],
  ] as const)('says whom a run waits for: %s', async (waitsFor, says) => {
    const run = { id: 'run-7', status: 'x', url: 'https://tfc.example/run-7' };
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOf({
          waves: [{ targets: [targetOf('a', 'planning', { run, waitsFor })] }],
        }),
    });
    expect(await screen.findByText(says)).toBeInTheDocument();
  });

  it('shows the waves, and what waits for those before it', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOf({
          waves: [
            { targets: [targetOf('a', 'applying')] },
            { targets: [targetOf('b', 'waiting', { waitsFor: 'wave' })] },
            { targets: [targetOf('c', 'waiting', { waitsFor: 'wave' })] },
          ],
        }),
    });
    for (const name of ['Wave 1', 'Wave 2', 'Wave 3']) {
      expect(await screen.findByRole('heading', { name })).toBeInTheDocument();
    }
    for (const workspace of [/orders-b/, /orders-c/]) {
      expect(
        (await row(workspace)).getByText(/^Waits until all placements/),
      ).toBeInTheDocument();
    }
  });

  const accessRun = {
    id: 'run-9',
    status: 'planned',
    url: 'https://tfc.example/run-9',
  };
  it.each([
    ['access', undefined, /^Waits for deploy access: the roles .* about to be/],
    ['access', accessRun, /^Waits for deploy access: .*makes the roles/],
    ['access-approval', accessRun, /the platform team has to confirm/],
  ] as const)(
    'says that it waits for deploy access: %s',
    async (waitsFor, of, says) => {
      renderPage('/rollouts/r-1', {
        getRollout: async () =>
          rolloutOf({
            waves: [
              {
                targets: [
                  targetOf('a', 'waiting', { waitsFor, accessRun: of }),
                ],
              },
            ],
          }),
      });
      expect(await screen.findByText(says)).toBeInTheDocument();
      const link = screen.queryByRole('link', { name: /^run-9/ });
      expect(link?.getAttribute('href')).toBe(of?.url);
    },
  );

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
