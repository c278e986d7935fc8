import { decisionContext, rolloutIn, statesOf } from './__testUtils__/deciding';
import { approvalOf, NOW } from './__testUtils__/deciding';
import { decide } from './decide';

const FAILED = { failure: 'prod: 1 of 9 placements failed', failedStage: 0 };
const stopped = (
  targets: Parameters<typeof rolloutIn>[0],
  change: Parameters<typeof rolloutIn>[1] = FAILED,
) => {
  const rollout = rolloutIn(targets, change);
  const decided = decide(rollout, decisionContext());
  return { states: statesOf(rollout, decided), decided };
};

describe('stop', () => {
  it.each([
    ['running', FAILED],
    ['canceling', { ...FAILED, state: 'canceling' }],
  ] as const)('lets nothing more begin of what is %s', (_, change) => {
    const { states, decided } = stopped(
      {
        'prod-use1-c1': { state: 'failed' },
        'prod-use1-c2': {},
        'prod-use1-c3': { state: 'preparing' },
        'prod-use1-c4': { state: 'uploading', nextAttemptAt: NOW },
        'prod-use1-c5': { state: 'preparing', phase: 'plan' },
        'prod-use1-c6': { state: 'uploading', runRequestedAt: NOW },
        'prod-use1-c7': { state: 'planning' },
        'prod-use1-c8': { state: 'confirming' },
        'prod-use1-c9': { state: 'applying' },
      },
      change,
    );
    expect(states).toEqual({
      'prod-use1-c1': 'failed',
      'prod-use1-c2': 'skipped',
      'prod-use1-c3': 'canceled',
      'prod-use1-c4': 'canceled',
      'prod-use1-c5': 'skipped',
      // A step ends these runs, and follows those that apply.
      'prod-use1-c6': 'uploading',
      'prod-use1-c7': 'planning',
      'prod-use1-c8': 'confirming',
      'prod-use1-c9': 'applying',
    });
    expect(decided!.rollout).toEqual({});
    expect(decided!.targets!.get(3)).toHaveProperty('nextAttemptAt', undefined);
  });

  it.each([
    ['running', 'failed'],
    ['canceling', 'canceled'],
  ] as const)('ends what is %s as %s', (state, ended) => {
    const { decided } = stopped(
      { 'prod-use1': { state: 'applied' }, 'prod-euw1': { state: 'skipped' } },
      { ...FAILED, state },
    );
    expect(decided!.rollout).toEqual({
      state: ended,
      message: `${FAILED.failure}. Applied: prod-use1; not begun: prod-euw1.`,
    });
    expect(decided!.events).toMatchObject([{ kind: 'ended' }]);
  });

  it('asks for nothing any more', () => {
    const { decided } = stopped(
      { 'prod-use1': { state: 'applying' }, 'prod-euw1': {} },
      { ...FAILED, approvals: [approvalOf()] },
    );
    expect(decided!.approvals!.size).toBe(0);
  });

  it('does nothing while it is paused, or once it has ended', () => {
    for (const state of ['paused', 'applied', 'failed', 'canceled'] as const) {
      const rollout = rolloutIn({ 'prod-use1': {} }, { state, ...FAILED });
      expect(decide(rollout, decisionContext())).toBeUndefined();
    }
  });

  it('stops once a stage is rejected, in the words of who did', () => {
    const approval = approvalOf({
      state: 'rejected',
      decidedBy: 'user:default/mia',
      comment: 'Not today.',
    });
    const { states, decided } = stopped(
      { 'prod-use1': {} },
      { approvals: [approval] },
    );
    expect(states).toEqual({ 'prod-use1': 'skipped' });
    expect(decided!.rollout).toMatchObject({
      state: 'failed',
      failedStage: 0,
      failure: 'prod was rejected by mia: Not today',
      message:
        'prod was rejected by mia: Not today. Not begun: prod-use1; nothing was applied.',
    });
  });
});
