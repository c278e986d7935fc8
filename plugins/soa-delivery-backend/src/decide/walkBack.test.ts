import type { TargetRecord } from '../store';
import {
  approvalOf,
  decisionContext,
  NOW,
  rolloutIn,
  statesOf,
} from './__testUtils__/deciding';
import { decide } from './decide';

const back = { phase: 'roll-back' } as const;
const waves = [{ count: 1 }];
const plan = {
  stages: [{ environment: 'prod', waves, maxConcurrent: 1 }],
};

/** On its way back: one placement in the first wave, two in the last. */
function walk(...targets: Array<Partial<TargetRecord>>) {
  const rollout = rolloutIn(
    Object.fromEntries(
      targets.map((target, index) => [`prod-use1-c${index}`, target]),
    ),
    { plan, state: 'rolling-back', undo: 'all', failure: 'Rolled back by me' },
  );
  const change = decide(rollout, decisionContext());
  return { states: Object.values(statesOf(rollout, change)), change };
}

describe('walkBack', () => {
  it('begins with the last wave, as many at once as the stage says', () => {
    expect(walk(back, back, back).states).toEqual([
      'waiting',
      'preparing',
      'waiting',
    ]);
  });

  it('waits for all of a wave before the one before it', () => {
    const { states, change } = walk(
      back,
      { ...back, state: 'rolled-back' },
      { ...back, state: 'applying' },
    );
    expect(change).toBeUndefined();
    expect(states[0]).toBe('waiting');
    expect(
      walk(
        back,
        { ...back, state: 'rolled-back' },
        { ...back, state: 'failed' },
      ).states,
    ).toEqual(['preparing', 'rolled-back', 'failed']);
  });

  it('leaves alone what is not taken back', () => {
    const { states } = walk(back, { state: 'skipped' }, { state: 'failed' });
    expect(states).toEqual(['preparing', 'skipped', 'failed']);
  });

  it('confirms what is planned', () => {
    const { change } = walk(
      back,
      { ...back, state: 'confirming', nextAttemptAt: NOW },
      { ...back, state: 'rolled-back' },
    );
    expect(change!.targets!.get(1)).toEqual({
      state: 'applying',
      confirmedAt: NOW,
      nextAttemptAt: undefined,
    });
  });

  it.each([
    ['rolled-back', 'rolled-back', 'rolled-back'],
    ['rolled-back', 'destroyed', 'rolled-back'],
    ['rolled-back', 'failed', 'failed'],
    ['canceled', 'rolled-back', 'failed'],
  ] as const)('ends after %s and %s as %s', (first, second, ended) => {
    const phaseOf = (state: TargetRecord['state']) =>
      state === 'destroyed' ? { phase: 'destroy' as const } : back;
    const { change } = walk(
      { ...phaseOf(first), state: first },
      { ...phaseOf(second), state: second },
      { state: 'skipped' },
    );
    expect(change!.rollout).toMatchObject({
      state: ended,
      message: expect.stringMatching(/^Rolled back by me\. /),
    });
  });

  it('asks before production loses data on its way back, too', () => {
    const loses: Partial<TargetRecord> = {
      ...back,
      state: 'confirming',
      undoPlan: {
        add: 0,
        change: 0,
        destroy: 1,
        import: 0,
        statefulDestroys: ['db'],
      },
    };
    const rollout = rolloutIn(
      { 'prod-use1': loses },
      { state: 'rolling-back', undo: 'all' },
    );
    const asked = decide(rollout, decisionContext());
    expect(asked!.newApprovals).toMatchObject([
      { kind: 'destroy', position: 0, resources: ['db'], state: 'open' },
    ]);
    expect(asked!.targets!.size).toBe(0);
    const decided = (state: 'approved' | 'rejected') => {
      const approval = approvalOf({
        kind: 'destroy',
        position: 0,
        resources: ['db'],
        state,
      });
      const change = decide(
        { ...rollout, approvals: [approval] },
        decisionContext(),
      );
      return change?.targets?.get(0)?.state;
    };
    expect(decided('approved')).toBe('applying');
    // A step ends the run.
    expect(decided('rejected')).toBeUndefined();
  });
});
