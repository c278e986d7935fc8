import { AccessHolds } from '../access';
import type { RolloutRecord, TargetRecord } from '../store';
import { targetOf } from './__testUtils__/targetOf';
import { dueRollouts } from './dueRollouts';

const AT = new Date('2026-11-20T10:00:00.000Z');

const rolloutOf = (id: string, ...targets: Partial<TargetRecord>[]) =>
  ({ id, targets: targets.map(targetOf) } as Partial<RolloutRecord>);

/** What is done of some rollouts, and in which order. */
const due = (...rollouts: Partial<RolloutRecord>[]) =>
  dueRollouts(rollouts as RolloutRecord[], {
    maxConcurrent: 1,
    at: AT,
    holds: AccessHolds.none,
  }).map(({ id }) => id);

describe('dueRollouts', () => {
  it('leaves out those that have to wait', () => {
    const nextAttemptAt = '2026-11-20T10:00:00.001Z';
    expect(
      due(
        rolloutOf('waits', { state: 'planning', nextAttemptAt }, {}),
        rolloutOf('goes on', { state: 'planning' }),
      ),
    ).toEqual(['goes on']);
  });

  it('begins with what nothing has held up, and then what waits longest', () => {
    expect(
      due(
        rolloutOf('later', { nextAttemptAt: '2026-11-20T09:59:00.000Z' }),
        rolloutOf('sooner', { nextAttemptAt: '2026-11-20T09:58:00.000Z' }),
        rolloutOf('healthy', {}),
      ),
    ).toEqual(['healthy', 'sooner', 'later']);
  });

  it('has those that are over end', () => {
    expect(
      due(
        rolloutOf('applied', { state: 'applied' }),
        rolloutOf('stopped', { state: 'failed' }, { state: 'waiting' }),
      ),
    ).toEqual(['applied', 'stopped']);
  });
});
