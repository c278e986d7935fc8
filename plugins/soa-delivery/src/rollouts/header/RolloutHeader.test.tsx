import { screen } from '@testing-library/react';
import type {
  RolloutState,
  RolloutTargetState,
} from '@backstage-soa/plugin-soa-common';
import { renderPage } from '../../__testUtils__/renderPage';
import {
  rolloutOf,
  rolloutOfTargets,
  targetOf,
} from '../../__testUtils__/rolloutOf';

const of = (keys: string[], ...states: RolloutTargetState[]) =>
  keys.map((key, index) => targetOf(key, states[index % states.length]));

describe('RolloutHeader', () => {
  it.each<[RolloutState, ReturnType<typeof of>, string]>([
    [
      'running',
      of(['a', 'b'], 'applied', 'planning'),
      'Running · 1 of 2 placements done',
    ],
    [
      'paused',
      of(['a', 'b'], 'applied', 'waiting'),
      'Paused · 1 of 2 placements done; nothing more begins',
    ],
    [
      'canceling',
      of(['a'], 'applying'),
      'Being canceled · What has not begun to apply is being ended',
    ],
    [
      'rolling-back',
      of(['a'], 'rolling-back'),
      'Being rolled back · Placements get back what they had before',
    ],
    ['applied', of(['a'], 'applied'), 'Applied · The placement is applied.'],
    [
      'applied',
      of(['a', 'b'], 'applied'),
      'Applied · All 2 placements are applied.',
    ],
    [
      'destroyed',
      of(['a', 'b'], 'destroyed'),
      'Destroyed · All 2 placements are destroyed.',
    ],
    [
      'failed',
      of(['prod-use1', 'prod-euw1'], 'failed', 'skipped'),
      'Failed · prod-use1 failed · nothing was applied · 1 not begun',
    ],
    [
      'failed',
      of([...'abcdefg'], 'failed'),
      'Failed · a, b, c, d, e and 2 more failed · nothing was applied',
    ],
    [
      'canceled',
      of(['a', 'b'], 'canceled', 'applied'),
      'Canceled · a canceled · 1 applied',
    ],
    [
      'rolled-back',
      of(['a', 'b', 'c'], 'rolled-back', 'rolled-back', 'failed'),
      'Rolled back · c failed · 2 rolled back',
    ],
  ])('says in few words how far it is: %s', async (state, targets, says) => {
    const isLive = ['running', 'paused', 'canceling', 'rolling-back'];
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOfTargets(targets, {
          state,
          endedAt: isLive.includes(state)
            ? undefined
            : '2026-11-20T10:02:00.000Z',
        }),
    });
    await screen.findByRole('heading', { name: 'Rollout of orders' });
    expect(screen.getAllByRole('status')[0]).toHaveTextContent(says);
  });

  it('says of a destruction that nothing was destroyed', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOfTargets([targetOf('a', 'skipped')], {
          operation: 'destroy',
          state: 'canceled',
          endedAt: '2026-11-20T10:02:00.000Z',
        }),
    });
    await screen.findByRole('heading', { name: 'Destruction of orders' });
    expect(screen.getAllByRole('status')[0]).toHaveTextContent(
      'Canceled · nothing was destroyed · 1 not begun',
    );
  });

  it('says who started it, when it ended, and how', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOf({
          state: 'failed',
          endedAt: '2026-11-20T10:02:00.000Z',
          message: 'Wave 1 of prod failed.',
        }),
    });
    expect(
      await screen.findByText('Wave 1 of prod failed.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'guest' })).toBeInTheDocument();
    expect(screen.getByText(/^Ended/)).toBeInTheDocument();
  });
});
