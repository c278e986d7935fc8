import fc from 'fast-check';
import { FakeClock } from '../../__testUtils__/FakeClock';
import { RateLimiter } from './RateLimiter';

describe('RateLimiter', () => {
  let clock: FakeClock;
  let limiter: RateLimiter;

  beforeEach(() => {
    clock = new FakeClock();
    limiter = new RateLimiter(3, 1_000, clock);
  });

  const passings = async (number: number) => {
    const times: number[] = [];
    for (let index = 0; index < number; index += 1) {
      await limiter.wait();
      times.push(clock.now());
    }
    return times;
  };

  it('lets so many through at once, and the next ones later', async () => {
    expect(await passings(7)).toEqual([0, 0, 0, 1_000, 1_000, 1_000, 2_000]);
  });

  it('comes in no bursts once half of the limit is used', async () => {
    limiter = new RateLimiter(4, 1_000, clock, 200);
    expect(await passings(8)).toEqual([
      0, 0, 200, 400, 1_000, 1_200, 1_400, 1_600,
    ]);
    await clock.sleep(2_000);
    expect(await passings(2)).toEqual([3_600, 3_600]);
  });

  it('lets whoever came first go first', async () => {
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        limiter.wait().then(() => order.push(index)),
      ),
    );
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(clock.sleeps).toEqual([1_000, 1_000]);
  });

  it('never lets more through in any stretch of time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 40 }),
        async (limit, pauses) => {
          const time = new FakeClock();
          const limited = new RateLimiter(limit, 1_000, time);
          const passed: number[] = [];
          for (const pause of pauses) {
            await time.sleep(pause);
            await limited.wait();
            passed.push(time.now());
          }
          for (let index = limit; index < passed.length; index += 1) {
            expect(
              passed[index] - passed[index - limit],
            ).toBeGreaterThanOrEqual(1_000);
          }
        },
      ),
    );
  });

  it('lets nobody through during a pause', async () => {
    limiter.pause(5_000);
    limiter.pause(100);
    expect(await passings(1)).toEqual([5_000]);
  });

  it('goes on for the others when one gives up', async () => {
    const abort = new AbortController();
    await passings(3);
    jest.spyOn(clock, 'sleep').mockImplementationOnce(
      (_milliseconds, signal) =>
        new Promise((_resolve, reject) => {
          signal!.addEventListener('abort', () => reject(signal!.reason));
        }),
    );
    const first = limiter.wait(abort.signal);
    const queued = limiter.wait(abort.signal);
    const other = limiter.wait().then(() => clock.now());
    await new Promise(setImmediate);
    abort.abort(new Error('enough'));
    await expect(first).rejects.toThrow('enough');
    await expect(queued).rejects.toThrow('enough');
    expect(await other).toBe(1_000);
  });

  it('lets whoever gives up in line go at once', async () => {
    jest.spyOn(clock, 'sleep').mockReturnValue(new Promise(() => {}));
    limiter.pause(1);
    const ahead = limiter.wait();
    const abort = new AbortController();
    const behind = limiter.wait(abort.signal);
    abort.abort(new Error('enough'));
    await expect(behind).rejects.toThrow('enough');
    expect(ahead).toBeInstanceOf(Promise);
  });

  it('does not count whoever had given up before', async () => {
    await expect(limiter.wait(AbortSignal.abort())).rejects.toThrow();
    expect(await passings(3)).toEqual([0, 0, 0]);
  });
});
