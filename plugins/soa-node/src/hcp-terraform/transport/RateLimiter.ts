import type { Clock } from '../clock';
import { unlessAborted } from '../../cancellation';

/** Lets at most so many through in any stretch of time, first come first served. */
export class RateLimiter {
  /** When the last ones went through, oldest first; never more than the limit. */
  readonly #passed: number[] = [];
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #last: Promise<void> = Promise.resolve();

  constructor(
    private readonly limit: number,
    private readonly milliseconds: number,
    private readonly clock: Clock,
    /**
     * Milliseconds between two of them as soon as half of the limit is used; none
     * if absent. Who comes in bursts and is held up on the way arrives in one.
     */
    private readonly spacing = 0,
  ) {}

  /** Waits for a turn; whoever gives up leaves the line at once. */
  wait(signal?: AbortSignal): Promise<void> {
    const turn = this.#last.then(() => this.#takeTurn(signal));
    // Whoever gives up must not hold up the next in line.
    this.#last = turn.catch(() => {});
    return unlessAborted(turn, signal);
  }

  /** Lets nobody through for a while. */
  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(
      this.#pausedUntil,
      this.clock.now() + milliseconds,
    );
  }

  async #takeTurn(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    // A pause can begin while one sleeps.
    for (let wait = this.#wait(); wait > 0; wait = this.#wait()) {
      await this.clock.sleep(Math.ceil(wait), signal);
    }
    if (this.#passed.length === this.limit) {
      this.#passed.shift();
    }
    this.#passed.push(this.clock.now());
  }

  #wait(): number {
    const free =
      this.#passed.length < this.limit
        ? Number.NEGATIVE_INFINITY
        : this.#passed[0] + this.milliseconds;
    return (
      Math.max(free, this.#pausedUntil, this.#nextInSpacing()) -
      this.clock.now()
    );
  }

  #nextInSpacing(): number {
    const half = this.#passed.at(-Math.ceil(this.limit / 2));
    return half !== undefined && half > this.clock.now() - this.milliseconds
      ? this.#passed.at(-1)! + this.spacing
      : Number.NEGATIVE_INFINITY;
  }
}
