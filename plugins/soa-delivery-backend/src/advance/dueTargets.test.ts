import { AccessHolds } from '../access';
import type { TargetRecord } from '../store';
import { targetOf } from './__testUtils__/targetOf';
import { dueTargets } from './dueTargets';

type State = TargetRecord['state'];

const WAVES = [0, 1, 1, 2, 3];

/** Which placements go on, by their position, of waves of 1, 2, 1 and 1. */
const due = (...states: State[]) =>
  dueTargets(
    WAVES.map((wave, position) =>
      targetOf({ wave, position, state: states[position] ?? 'waiting' }),
    ),
    {
      maxConcurrent: 10,
      at: new Date('2026-11-20T10:00:00.000Z'),
      holds: AccessHolds.none,
    },
  ).map(({ position }) => position);

const done: State = 'applied';

describe('dueTargets', () => {
  it('lets a wave begin once all of the waves before it are applied', () => {
    expect(due()).toEqual([0]);
    expect(due('applying')).toEqual([0]);
    expect(due(done)).toEqual([1, 2]);
    expect(due(done, done)).toEqual([2]);
    expect(due(done, done, 'applying')).toEqual([2]);
    expect(due(done, done, done)).toEqual([3]);
    expect(due(done, done, done, done)).toEqual([4]);
    expect(due(done, done, done, done, done)).toEqual([]);
  });

  it.each<State>(['failed', 'canceled'])(
    'lets nothing after it begin once one is %s, and what is under way go on',
    state => {
      expect(due(state)).toEqual([]);
      expect(due(done, state, 'applying')).toEqual([2]);
      expect(due(done, state, done)).toEqual([]);
      expect(due(done, done, done, state)).toEqual([]);
    },
  );
});
