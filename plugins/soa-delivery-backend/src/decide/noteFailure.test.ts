import type { RolloutPlan } from '@backstage-soa/plugin-soa-common';
import type { TargetRecord } from '../store';
import { rolloutIn } from './__testUtils__/deciding';
import { Draft } from './Draft';
import { noteFailure } from './noteFailure';

function note(
  states: Array<TargetRecord['state'] | Partial<TargetRecord>>,
  defaults: RolloutPlan['defaults'] = {},
  operation?: 'destroy',
) {
  const draft = new Draft(
    rolloutIn(
      Object.fromEntries(
        states.map((state, index) => [
          `prod-use1-c${index}`,
          typeof state === 'string' ? { state } : state,
        ]),
      ),
      { plan: { defaults }, operation },
    ),
  );
  noteFailure(draft);
  const { state, failure, failedStage, undo } = draft.rollout;
  return { state, failure, failedStage, undo };
}

const NOTHING = {
  state: 'running',
  failure: undefined,
  failedStage: undefined,
  undo: undefined,
};

describe('noteFailure', () => {
  it('does nothing while all is well', () => {
    expect(note(['applied', 'waiting', 'applying'])).toEqual(NOTHING);
  });

  it('stops for one failure where none may', () => {
    expect(note(['applied', 'failed', 'waiting'])).toEqual({
      state: 'running',
      failure: 'prod: 1 of 3 placements failed',
      failedStage: 0,
      undo: undefined,
    });
  });

  it.each([
    [1, ['failed'], undefined],
    [
      1,
      ['failed', 'failed'],
      'prod: 2 of 4 placements failed, and no more than 1 may',
    ],
    ['50%', ['failed', 'canceled'], undefined],
    [
      '50%',
      ['failed', 'failed', 'canceled'],
      'prod: 3 of 4 placements failed, and no more than 2 may',
    ],
  ] as const)('tolerates %s of four: %j', (failureTolerance, bad, failure) => {
    const states = [...bad, ...Array(4 - bad.length).fill('waiting')];
    expect(note(states, { failureTolerance }).failure).toBe(failure);
  });

  it('counts each stage for itself', () => {
    const draft = new Draft(
      rolloutIn(
        {
          'dev-use1': { state: 'failed' },
          'dev-euw1': { state: 'applied' },
          'prod-use1': { state: 'failed' },
          'prod-euw1': {},
        },
        { plan: { stages: [{ environment: 'dev', failureTolerance: 1 }] } },
      ),
    );
    noteFailure(draft);
    expect(draft.rollout).toMatchObject({
      failure: 'prod: 1 of 2 placements failed',
      failedStage: 1,
    });
  });

  it('is canceled where somebody has stopped all of them, and undoes nothing', () => {
    expect(note(['canceled', 'waiting'], { onFailure: 'roll-back' })).toEqual({
      state: 'canceling',
      failure: 'prod: 1 of 2 placements were stopped by somebody',
      failedStage: 0,
      undo: undefined,
    });
  });

  it.each(['roll-back', 'destroy-if-new'] as const)(
    'undoes the stage where it says %s',
    onFailure => {
      expect(note(['failed', 'applied'], { onFailure }).undo).toBe('stage');
    },
  );

  it('undoes nothing that was to be destroyed', () => {
    const { failure, undo } = note(
      ['failed', 'destroyed'],
      { onFailure: 'roll-back' },
      'destroy',
    );
    expect([failure, undo]).toEqual([
      'prod: 1 of 2 placements failed',
      undefined,
    ]);
  });

  it('does not count what fails on its way back', () => {
    expect(note([{ state: 'failed', phase: 'roll-back' }, 'applied'])).toEqual(
      NOTHING,
    );
  });
});
