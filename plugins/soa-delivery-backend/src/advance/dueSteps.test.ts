import type { RolloutRecord, TargetRecord } from '../store';
import { recordOf } from './__testUtils__/recordOf';
import { targetOf } from './__testUtils__/targetOf';
import { dueSteps } from './dueSteps';

const NOW = '2026-11-20T12:00:00.000Z';
const LATER = '2026-11-20T12:00:01.000Z';

const isDue = (
  target: Partial<TargetRecord>,
  rollout: Partial<RolloutRecord> = {},
) =>
  dueSteps(recordOf([targetOf(target)], rollout), new Date(NOW)).length === 1;

describe('dueSteps', () => {
  it.each([
    ['waiting', false],
    ['preparing', true],
    ['planning', true],
    ['applied', false],
    ['failed', false],
  ] as const)('takes what is under way, as %s is: %s', (state, due) => {
    expect(isDue({ state })).toBe(due);
  });

  it('takes what is to be looked at again, once it is time', () => {
    expect(isDue({ nextAttemptAt: NOW })).toBe(true);
    expect(isDue({ nextAttemptAt: LATER })).toBe(false);
  });

  it('ends at once what only waits for its next look', () => {
    const waiting = { state: 'confirming', nextAttemptAt: LATER } as const;
    const canceling = { state: 'canceling' } as const;
    expect(isDue(waiting, canceling)).toBe(true);
    expect(isDue({ ...waiting, failedAttempts: 1 }, canceling)).toBe(false);
  });

  it('begins nothing while the rollout is paused', () => {
    const paused = { state: 'paused' } as const;
    expect(isDue({ state: 'preparing' }, paused)).toBe(false);
    expect(isDue({ state: 'uploading' }, paused)).toBe(false);
    expect(isDue({ state: 'uploading', runRequestedAt: NOW }, paused)).toBe(
      true,
    );
    expect(isDue({ state: 'planning', runRequestedAt: NOW }, paused)).toBe(
      true,
    );
  });
});
