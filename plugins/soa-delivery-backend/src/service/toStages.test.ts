import type { RolloutTarget } from '@backstage-soa/plugin-soa-common';
import { approvalOf, rolloutIn } from '../decide/__testUtils__/deciding';
import type { RolloutRecord, TargetRecord } from '../store';
import { toStages } from './toStages';

const PAST = '2020-01-01T00:00:00.000Z';
const FUTURE = '2999-01-01T00:00:00.000Z';

const serve = (rollout: RolloutRecord) =>
  toStages(
    rollout,
    rollout.targets.map(
      ({ placement }) =>
        ({ placement } as Partial<RolloutTarget> as RolloutTarget),
    ),
    { mayDecide: () => true },
  );

/** The states of two stages of one wave each. */
function states(
  waves: [
    Partial<RolloutRecord['waves'][0]>,
    Partial<RolloutRecord['waves'][0]>,
  ],
  change: Partial<RolloutRecord> = {},
  [dev, prod]: [Partial<TargetRecord>, Partial<TargetRecord>] = [{}, {}],
) {
  return serve(
    rolloutIn(
      { 'dev-use1': dev, 'prod-use1': prod },
      { waves: waves.map((of, wave) => ({ wave, ...of })), ...change },
    ),
  ).map(stage => [stage.state, stage.waves[0].state]);
}

const BEGUN = { begunAt: PAST };
const APPLIED = { ...BEGUN, appliedAt: PAST };
const PASSED = { ...APPLIED, passedAt: PAST };
const STOPS = { failure: 'dev: 1 of 1 placements failed', failedStage: 0 };

describe('toStages', () => {
  it('serves what is said of stages, and their placements in waves', () => {
    const rollout = rolloutIn(
      { 'prod-use1': {}, 'prod-euw1': {} },
      {
        plan: {
          stages: [
            {
              environment: 'prod',
              waves: [{ name: 'canary', region: 'eu-west-1' }],
              maxConcurrent: 1,
              failureTolerance: 1,
              bake: 'PT10M',
              onFailure: 'roll-back',
              checks: [{ type: 'webhook', name: 'smoke' }],
            },
          ],
        },
        approvals: [
          approvalOf({ kind: 'destroy', position: 0, id: 'other' }),
          approvalOf({ state: 'open' }),
        ],
      },
    );
    expect(serve(rollout)).toEqual([
      {
        environment: 'prod',
        state: 'approval',
        approval: expect.objectContaining({
          id: 'approval-1',
          mayDecide: true,
        }),
        maxConcurrent: 1,
        failureTolerance: 1,
        bake: 600,
        onFailure: 'roll-back',
        waves: [
          {
            name: 'canary',
            state: 'waiting',
            checks: [
              { check: { type: 'webhook', name: 'smoke' }, state: 'waiting' },
            ],
            targets: [{ placement: rollout.targets[1].placement }],
          },
          expect.objectContaining({
            targets: [{ placement: rollout.targets[0].placement }],
          }),
        ],
      },
    ]);
  });

  it('tells nobody since when a check does not pass', () => {
    const check = { type: 'webhook', name: 'smoke' } as const;
    const rollout = rolloutIn(
      { 'prod-use1': {} },
      {
        waves: [
          {
            wave: 0,
            ...APPLIED,
            checks: [
              {
                check,
                state: 'failing',
                message: 'No.',
                checkedAt: PAST,
                failingSince: PAST,
              },
            ],
          },
        ],
      },
    );
    const [{ waves }] = serve(rollout);
    expect(waves[0].checks).toEqual([
      { check, state: 'failing', message: 'No.', checkedAt: PAST },
    ]);
    expect(waves[0].checks[0]).not.toHaveProperty('failingSince');
  });

  it.each([
    ['is about to begin', {}, 'waiting', 'waiting'],
    ['has begun', BEGUN, 'running', 'running'],
    ['is watched', { ...APPLIED, bakeUntil: FUTURE }, 'running', 'baking'],
    [
      'is to pass a check',
      { ...APPLIED, bakeUntil: PAST },
      'running',
      'checking',
    ],
    ['has passed', PASSED, 'passed', 'passed'],
    ['has failed a check', { ...APPLIED, failedAt: PAST }, 'failed', 'failed'],
  ] as const)('of what %s', (_, wave, stage, expected) => {
    expect(states([wave, {}])[0]).toEqual([stage, expected]);
  });

  it('skips what does not begin any more after a failure', () => {
    expect(states([BEGUN, {}], STOPS, [{ state: 'failed' }, {}])).toEqual([
      ['failed', 'failed'],
      ['skipped', 'skipped'],
    ]);
  });

  it.each(['rolling-back', 'rolled-back', 'failed'] as const)(
    'is failed still when what has failed is %s',
    state => {
      expect(
        states([BEGUN, {}], { ...STOPS, state }, [
          { state: state === 'rolling-back' ? 'waiting' : 'rolled-back' },
          { state: 'skipped' },
        ]),
      ).toEqual([
        ['failed', 'failed'],
        ['skipped', 'skipped'],
      ]);
    },
  );

  const ROLLED_BACK = { failure: 'Rolled back by mia', undo: 'all' } as const;

  it.each([
    ['canceled', BEGUN, 'applied'],
    ['canceled', BEGUN, 'canceled'],
    ['canceled', { ...APPLIED, bakeUntil: PAST }, 'applied'],
    ['running', { ...APPLIED, bakeUntil: FUTURE }, 'applied'],
  ] as const)('is stopped where a rollout is %s, of %j', (state, wave, own) => {
    expect(
      states([wave, {}], { failure: 'Canceled by mia', state }, [
        { state: own },
        { state: 'skipped' },
      ]),
    ).toEqual([
      ['stopped', 'stopped'],
      ['skipped', 'skipped'],
    ]);
  });

  it.each([
    ['rolling-back', 'waiting'],
    ['rolling-back', 'applying'],
    ['rolled-back', 'rolled-back'],
  ] as const)(
    'is stopped where somebody has it %s, and it is %s',
    (state, own) => {
      expect(
        states([PASSED, BEGUN], { ...ROLLED_BACK, state }, [
          { state: own, phase: 'roll-back' },
          { state: own, phase: 'roll-back' },
        ]),
      ).toEqual([
        ['passed', 'passed'],
        ['stopped', 'stopped'],
      ]);
    },
  );

  it('stops with its stage between two of its waves', () => {
    const [stage] = serve(
      rolloutIn(
        {
          'prod-euw1': { state: 'applied' },
          'prod-use1': { state: 'skipped' },
        },
        {
          plan: {
            stages: [
              {
                environment: 'prod',
                waves: [{ name: 'canary', region: 'eu-west-1' }],
              },
            ],
          },
          waves: [{ wave: 0, ...PASSED }, { wave: 1 }],
          state: 'canceled',
          failure: 'Canceled by mia',
        },
      ),
    );
    expect(stage.state).toBe('stopped');
    expect(stage.waves.map(({ state }) => state)).toEqual([
      'passed',
      'skipped',
    ]);
  });

  it('is stopped, not failed, where it was another stage that failed', () => {
    expect(
      states([BEGUN, {}], { ...STOPS, failedStage: 1, state: 'failed' }, [
        { state: 'applied' },
        { state: 'failed' },
      ]),
    ).toEqual([
      ['stopped', 'stopped'],
      ['failed', 'failed'],
    ]);
  });

  it('goes on until what is being applied has ended', () => {
    expect(states([BEGUN, {}], STOPS, [{ state: 'applying' }, {}])[0]).toEqual([
      'failed',
      'running',
    ]);
  });

  it('does not call a stage failed whose failures are tolerated', () => {
    expect(states([PASSED, {}], {}, [{ state: 'failed' }, {}])[0]).toEqual([
      'passed',
      'passed',
    ]);
    expect(states([BEGUN, {}], {}, [{ state: 'failed' }, {}])[0]).toEqual([
      'running',
      'running',
    ]);
  });

  it('is failed where it was rejected', () => {
    expect(states([PASSED, {}], { ...STOPS, failedStage: 1 })[1][0]).toBe(
      'failed',
    );
  });

  it('is asked for only while it is open', () => {
    const asked = (state: 'pending' | 'open' | 'approved') =>
      states([PASSED, {}], { approvals: [approvalOf({ stage: 1, state })] })[1];
    expect(asked('pending')).toEqual(['waiting', 'waiting']);
    expect(asked('open')).toEqual(['approval', 'waiting']);
    expect(asked('approved')).toEqual(['waiting', 'waiting']);
  });
});
