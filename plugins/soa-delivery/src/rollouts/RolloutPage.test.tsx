import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../__testUtils__/renderPage';
import {
  rolloutOf,
  rolloutOfTargets,
  targetOf,
} from '../__testUtils__/rolloutOf';

const row = async (text: RegExp) =>
  within((await screen.findByText(text)).closest('tr')!);

const ended = { endedAt: '2026-11-20T10:02:00.000Z' };

describe('RolloutPage', () => {
  it('shows how far each placement has come', async () => {
    const getRollout = jest.fn(async () => rolloutOf());
    renderPage('/rollouts/r-1', { getRollout });
    expect(
      await screen.findByRole('heading', { name: 'Rollout of orders' }),
    ).toBeInTheDocument();

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
      screen.getByRole('link', { name: /^this configuration/ }),
    ).toHaveAttribute('href', 'https://example.com/orders.tar.gz');
    expect(getRollout).toHaveBeenCalledWith('r-1', expect.anything());
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
      const target = targetOf('a', 'waiting', { waitsFor, accessRun: of });
      renderPage('/rollouts/r-1', {
        getRollout: async () => rolloutOfTargets([target], ended),
      });
      expect(await screen.findByText(says)).toBeInTheDocument();
      const link = screen.queryByRole('link', { name: /^run-9/ });
      expect(link?.getAttribute('href')).toBe(of?.url);
    },
  );

  it.each([
    ['wave', 'Waits until the waves before it have passed.'],
    ['approval', 'Waits until its stage is approved.'],
    ['destroy-approval', /^Waits for a person: somebody has to approve that/],
    ['plans', 'Waits until all placements are planned.'],
    ['slot', /^Waits until one of those under way has ended/],
    ['pause', 'Waits until the rollout is resumed.'],
    ['turn', /^Run run-7 waits for its turn: an earlier run/],
    ['policy-override', /^Run run-7 waits for a person: override the policy/],
    ['decision', /^Run run-7 waits for a person: decide whether/],
  ] as const)('says what a placement waits for: %s', async (waitsFor, says) => {
    const run = {
      purpose: 'apply' as const,
      id: 'run-7',
      status: 'x',
      url: 'https://tfc.example/run-7',
    };
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOfTargets([targetOf('a', 'planning', { run, waitsFor })], ended),
    });
    expect(await screen.findByText(says)).toBeInTheDocument();
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

  it('says that one may not see it', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () => {
        throw Object.assign(new Error('Ask team-checkout for it'), {
          name: 'NotAllowedError',
        });
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /You may not see this.*Ask team-checkout for it/,
    );
  });

  it('says that it is being loaded', async () => {
    renderPage('/rollouts/r-1', { getRollout: () => new Promise(() => {}) });
    expect(
      await screen.findByRole('status', { name: 'Loading the rollout' }),
    ).toBeInTheDocument();
  });
});
