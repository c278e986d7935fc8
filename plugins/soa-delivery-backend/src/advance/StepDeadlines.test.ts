import { targetOf } from './__testUtils__/targetOf';
import { StepDeadlines } from './StepDeadlines';

describe('StepDeadlines', () => {
  const asked: number[] = [];
  const timesOf = (tickMs: number) => {
    asked.length = 0;
    const deadlines = new StepDeadlines(tickMs, milliseconds => {
      asked.push(milliseconds);
      return new AbortController().signal;
    });
    deadlines.of(targetOf({ state: 'planning' }));
    const { late } = deadlines.of(targetOf({ state: 'uploading' }));
    expect(late().message).toBe(
      `The configuration was not read and uploaded within ${
        asked[1] / 1_000
      } seconds`,
    );
    deadlines.of(
      targetOf({ state: 'uploading', configurationVersionId: 'cv-1' }),
    );
    return asked;
  };

  it('gives uploads longer than the rest', () => {
    expect(timesOf(180_000)).toEqual([25_000, 90_000, 25_000]);
  });

  it('leaves time to keep what was late', () => {
    expect(timesOf(40_000)).toEqual([20_000, 20_000, 20_000]);
  });
});
