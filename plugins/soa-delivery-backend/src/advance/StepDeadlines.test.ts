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

  it.each([
    [180_000, { requests: 50_000, upload: 115_000 }],
    [40_000, { requests: 40_000, upload: 40_000 }],
  ])(
    'waits for what may be under way past its own time, of %d ms',
    (tickMs, { requests, upload }) => {
      const deadlines = new StepDeadlines(tickMs);
      const began = Date.UTC(2026, 10, 20, 10);
      const announced = new Date(began).toISOString();
      const after = (milliseconds: number) => new Date(began + milliseconds);
      expect([
        deadlines.mayBeUnderWay(announced, after(requests - 1)),
        deadlines.mayBeUnderWay(announced, after(requests)),
        deadlines.mayBeUploading(announced, after(upload - 1)),
        deadlines.mayBeUploading(announced, after(upload)),
      ]).toEqual([true, false, true, false]);
    },
  );

  it('waits for nothing that nobody has announced', () => {
    const deadlines = new StepDeadlines(180_000);
    expect(deadlines.mayBeUnderWay(undefined, new Date(0))).toBe(false);
    expect(deadlines.mayBeUploading(undefined, new Date(0))).toBe(false);
  });
});
