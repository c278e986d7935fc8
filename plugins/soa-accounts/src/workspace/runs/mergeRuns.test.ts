import { workspaceRunOf } from '../../__testUtils__/workspaceRunOf';
import { mergeRuns, rolloutBeside } from './mergeRuns';

const planning = workspaceRunOf({ id: 'run-2', state: 'planning' });
const applied = workspaceRunOf({ id: 'run-1' });

describe('mergeRuns', () => {
  const merged = (
    listed: Parameters<typeof mergeRuns>[0],
    ...known: Parameters<typeof mergeRuns>[0]
  ) =>
    mergeRuns(listed, new Map(known.map(run => [run.id, run]))).map(
      ({ id, state }) => `${id} ${state}`,
    );

  it('puts what was just started first', () => {
    expect(merged([applied], planning)).toEqual([
      'run-2 planning',
      'run-1 applied',
    ]);
  });

  it('takes what has ended for newer than what goes on', () => {
    const ended = workspaceRunOf({ id: 'run-2', state: 'failed' });
    expect(merged([planning], ended)).toEqual(['run-2 failed']);
    expect(merged([ended], planning)).toEqual(['run-2 failed']);
  });
});

describe('rolloutBeside', () => {
  const planned = workspaceRunOf({ rolloutId: 'r-1', planOnly: true });

  it('finds what has planned since something was applied', () => {
    expect(rolloutBeside([planned, applied])).toBe('r-1');
    expect(rolloutBeside([applied, planned])).toBeUndefined();
  });

  it('finds what goes on', () => {
    expect(rolloutBeside([applied, { ...planned, state: 'confirming' }])).toBe(
      'r-1',
    );
    expect(rolloutBeside([])).toBeUndefined();
  });
});
