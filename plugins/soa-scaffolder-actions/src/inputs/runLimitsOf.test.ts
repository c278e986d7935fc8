import { runLimitsOf } from './runLimitsOf';

describe('runLimitsOf', () => {
  it('has limits of its own where none are given', () => {
    expect(runLimitsOf({})).toEqual({
      maxWaitMs: 1_800_000,
      onTimeout: 'leave',
      concurrency: 5,
    });
  });

  it('takes what is given', () => {
    expect(
      runLimitsOf({
        maxWait: { hours: 1, seconds: 5 },
        onTimeout: 'discard',
        concurrency: 1,
      }),
    ).toEqual({ maxWaitMs: 3_605_000, onTimeout: 'discard', concurrency: 1 });
  });
});
