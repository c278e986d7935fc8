import type { CheckRecord, WaveRecord } from '../store';
import { decisionContext, NOW, rolloutIn } from './__testUtils__/deciding';
import { Draft } from './Draft';
import { passWave } from './passWave';
import { wavesOf } from './stages';

const check = { type: 'webhook', name: 'smoke' } as const;
const checkOf = (
  state: CheckRecord['state'],
  message?: string,
): CheckRecord => ({
  check,
  state,
  message,
});

/** What becomes of a wave whose run has ended. */
function pass(
  wave: Partial<WaveRecord>,
  {
    bake = 'PT10M',
    checks = [] as [] | [typeof check],
    state = 'applied' as 'applied' | 'failed' | 'destroyed',
    onFailure = 'stop' as const as 'stop' | 'roll-back',
  } = {},
) {
  const rollout = rolloutIn(
    { 'prod-use1': { state } },
    {
      plan: { defaults: { bake, checks, onFailure } },
      waves: [{ wave: 0, begunAt: NOW, ...wave }],
    },
  );
  const draft = new Draft(rollout);
  const passed = passWave(draft, wavesOf(rollout)[0], decisionContext());
  return { passed, draft, wave: draft.rollout.waves[0] };
}

const LATER = '2026-11-20T12:10:00.000Z';
const JUST_NOW = '2026-11-20T11:59:59.999Z';

describe('passWave', () => {
  it('begins to watch what is applied', () => {
    const { passed, wave } = pass({}, { checks: [check] });
    expect(passed).toBe(false);
    expect(wave).toMatchObject({
      appliedAt: NOW,
      bakeUntil: LATER,
      checks: [{ check, state: 'waiting' }],
      nextCheckAt: NOW,
    });
  });

  it('passes at once where nothing is to be watched', () => {
    const { passed, draft, wave } = pass({}, { bake: 'PT0S' });
    expect(passed).toBe(true);
    expect(wave).toMatchObject({ appliedAt: NOW, passedAt: NOW });
    expect(draft.change.events).toEqual([
      { kind: 'wave-passed', environment: 'prod', wave: 1 },
    ]);
  });

  it.each(['failed', 'destroyed'] as const)(
    'watches nothing where all is %s',
    state => {
      const { passed, wave } = pass({}, { state, checks: [check] });
      expect(passed).toBe(true);
      expect(wave).not.toHaveProperty('bakeUntil');
    },
  );

  it('watches as long as is said, and begins no second time', () => {
    const applied = { appliedAt: JUST_NOW, checks: [] };
    const early = pass({ ...applied, bakeUntil: LATER });
    expect([early.passed, early.draft.changes]).toEqual([false, 0]);
    expect(pass({ ...applied, bakeUntil: NOW }).passed).toBe(true);
  });

  it.each([
    ['waiting', false],
    ['failing', false],
    ['passing', true],
    ['passed', true],
  ] as const)(
    'of a check that is %s at the end, passes: %s',
    (state, passed) => {
      const result = pass({
        appliedAt: JUST_NOW,
        bakeUntil: NOW,
        checks: [checkOf('passing'), checkOf(state)],
        nextCheckAt: LATER,
      });
      expect(result.passed).toBe(passed);
      expect(result.wave).toMatchObject(
        passed
          ? {
              nextCheckAt: undefined,
              checks: [{ state: 'passed' }, { state: 'passed' }],
            }
          : { nextCheckAt: LATER, checks: [{ state: 'passing' }, { state }] },
      );
    },
  );

  it('passes no check before its time, however well it is', () => {
    const { passed } = pass({
      appliedAt: JUST_NOW,
      bakeUntil: LATER,
      checks: [checkOf('passing')],
    });
    expect(passed).toBe(false);
  });

  it('stops the rollout as soon as a check has failed', () => {
    const { passed, draft, wave } = pass({
      appliedAt: JUST_NOW,
      bakeUntil: LATER,
      checks: [checkOf('failed', 'The alarm is in ALARM.')],
      nextCheckAt: LATER,
    });
    expect(passed).toBe(false);
    expect(wave).toMatchObject({ failedAt: NOW, nextCheckAt: undefined });
    expect(draft.rollout).toMatchObject({
      failure: 'prod, wave 1: The alarm is in ALARM',
      failedStage: 0,
    });
    expect(draft.rollout.undo).toBeUndefined();
    expect(draft.change.events).toEqual([
      {
        kind: 'wave-failed',
        environment: 'prod',
        wave: 1,
        comment: 'The alarm is in ALARM.',
      },
    ]);
  });

  it('does what the stage says of failures', () => {
    const { draft } = pass(
      { appliedAt: JUST_NOW, bakeUntil: LATER, checks: [checkOf('failed')] },
      { onFailure: 'roll-back' },
    );
    expect(draft.rollout).toMatchObject({
      failure: 'prod, wave 1: a check has failed',
      undo: 'stage',
    });
  });
});
