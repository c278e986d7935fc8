import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../__testUtils__/renderPage';
import {
  approvalOf,
  rolloutOf,
  stageOf,
  targetOf,
  waveOf,
} from '../../__testUtils__/rolloutOf';

const NOW = Date.parse('2026-11-20T10:00:00.000Z');

const picture = async () =>
  within(await screen.findByRole('region', { name: 'Stages and waves' }));

describe('RolloutPicture', () => {
  afterEach(() => jest.restoreAllMocks());

  const rollout = rolloutOf({
    endedAt: '2026-11-20T10:02:00.000Z',
    stages: [
      stageOf(
        [waveOf([targetOf('dev-use1', 'applied')], { state: 'passed' })],
        {
          environment: 'dev',
          state: 'passed',
        },
      ),
      stageOf(
        [
          waveOf([targetOf('prod-use1', 'applied')], {
            name: 'canary',
            state: 'baking',
            bakeUntil: '2026-11-20T10:12:30.000Z',
            checks: [
              {
                check: { type: 'webhook', name: 'smoke' },
                state: 'passed',
              },
              {
                check: { type: 'health', output: 'url', path: '/health' },
                state: 'waiting',
              },
            ],
          }),
          waveOf(
            [
              targetOf('prod-usw2', 'failed'),
              targetOf('prod-euw1', 'applying'),
              targetOf('prod-euw2', 'applying', {
                waitsFor: 'policy-override',
              }),
              targetOf('prod-euw3', 'waiting'),
            ],
            { state: 'running' },
          ),
        ],
        {
          bake: 3_600,
          maxConcurrent: 2,
          failureTolerance: 1,
          onFailure: 'roll-back',
          approval: approvalOf({
            state: 'approved',
            decidedBy: 'user:default/sam',
          }),
        },
      ),
    ],
  });

  it('has each stage with its rules, its gate and its waves', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
    renderPage('/rollouts/r-1', { getRollout: async () => rollout });
    const shown = await picture();
    expect(
      shown.getAllByRole('heading', { level: 3 }).map(of => of.textContent),
    ).toEqual(['dev', 'prod']);
    expect(
      shown.getByText(
        '2 at once · 1 may fail · each wave is watched for 1 h · rolls back on failure',
      ),
    ).toBeInTheDocument();
    expect(shown.getByText(/^Approved by/)).toHaveTextContent(
      'Approved by sam',
    );
    expect(
      shown.getAllByRole('button').map(button => button.textContent),
    ).toEqual([
      'Wave 1● Passed1 of 1 done',
      'canary◆ Being watched1 of 1 done 12 min 30 s left to watch 1 of 2 checks passed',
      'Wave 2◆ Running0 of 4 done · 1 failed · 1 need somebody · 1 under way',
    ]);
  });

  it('says how many placements are in which state', async () => {
    renderPage('/rollouts/r-1', { getRollout: async () => rollout });
    const shown = await picture();
    for (const says of [
      'Failed (1)',
      'Needs somebody (1)',
      'Under way (1)',
      'Waiting (1)',
      'Done (2)',
    ]) {
      expect(shown.getByText(says)).toBeInTheDocument();
    }
    expect(shown.queryByText(/^Not done/)).not.toBeInTheDocument();
  });

  it('says how many placements were rolled back', async () => {
    const run = {
      id: 'run-1',
      status: 'applied',
      url: 'https://tfc.example/run-1',
    };
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOf({
          stages: [
            stageOf([
              waveOf(
                [
                  targetOf('a', 'rolled-back'),
                  targetOf('new', 'destroyed', {
                    pastRuns: [{ ...run, purpose: 'apply' }],
                  }),
                  targetOf('gone', 'destroyed', {
                    pastRuns: [{ ...run, purpose: 'plan' }],
                  }),
                  targetOf('skipped', 'skipped'),
                ],
                { state: 'failed' },
              ),
            ]),
          ],
        }),
    });
    const shown = await picture();
    for (const says of ['Rolled back (2)', 'Not done (1)', 'Done (1)']) {
      expect(shown.getByText(says)).toBeInTheDocument();
    }
    expect(shown.getByRole('button')).toHaveTextContent(
      '1 of 4 done · 2 rolled back',
    );
  });

  it('shows the placements of the wave that is pressed, and then all', async () => {
    renderPage('/rollouts/r-1', { getRollout: async () => rollout });
    const wave = (await picture()).getByRole('button', { name: /^canary/ });
    expect(wave).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(wave);
    expect(wave).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText('acme/orders-prod-use1')).toBeInTheDocument();
    expect(screen.queryByText('acme/orders-prod-usw2')).not.toBeInTheDocument();
    expect(screen.getByText('url/health answers with 200')).toBeInTheDocument();
    expect(screen.getByText('Test smoke passes')).toBeInTheDocument();
    await userEvent.click(wave);
    expect(screen.getByText('acme/orders-prod-usw2')).toBeInTheDocument();
  });

  it('says that a check fails, and why', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOf({
          stages: [
            stageOf([
              waveOf([targetOf('a', 'applied')], {
                state: 'checking',
                checks: [
                  {
                    check: { type: 'cloudwatch-alarm', alarm: 'orders-5xx' },
                    state: 'failing',
                    message: 'orders-5xx is in ALARM in us-east-1.',
                    checkedAt: '2026-11-20T10:00:00.000Z',
                  },
                ],
              }),
            ]),
          ],
        }),
    });
    expect((await picture()).getByText('A check fails')).toBeInTheDocument();
    expect(screen.getByText('Alarm orders-5xx is quiet')).toBeInTheDocument();
    expect(
      screen.getByText('orders-5xx is in ALARM in us-east-1.'),
    ).toBeInTheDocument();
  });

  it.each([
    ['pending', 'Needs approval, once it is its turn'],
    ['open', 'Waits for approval'],
    ['rejected', 'Rejected by sam'],
  ] as const)('tells the state of the gate: %s', async (state, says) => {
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOf({
          stages: [
            stageOf([waveOf([targetOf('a', 'waiting')])], {
              state: 'waiting',
              approval: approvalOf({ state, decidedBy: 'user:default/sam' }),
            }),
          ],
        }),
    });
    expect(
      (await picture()).getByText(
        (_, element) =>
          element?.tagName === 'SPAN' && element.textContent === says,
      ),
    ).toBeInTheDocument();
  });
});
