import { setTimeout as sleep } from 'node:timers/promises';

/** Time, for whoever waits: replaced in tests. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await sleep(milliseconds, undefined, { signal });
  },
};

/** Lets at most so many through in any stretch of time, first come first served. */
export class RateLimiter {
  readonly #started: number[] = [];
  #last: Promise<void> = Promise.resolve();

  constructor(
    private readonly limit: number,
    private readonly milliseconds: number,
    private readonly clock: Clock,
  ) {}

  async wait(signal?: AbortSignal): Promise<void> {
    const turn = this.#last.then(async () => {
      signal?.throwIfAborted();
      if (this.#started.length >= this.limit) {
        const free = this.#started[0] + this.milliseconds;
        const late = free - this.clock.now();
        if (late > 0) {
          await this.clock.sleep(late, signal);
        }
        this.#started.shift();
      }
      this.#started.push(this.clock.now());
    });
    // Whoever gives up must not hold up the next in line.
    this.#last = turn.catch(() => {});
    return turn;
  }
}
