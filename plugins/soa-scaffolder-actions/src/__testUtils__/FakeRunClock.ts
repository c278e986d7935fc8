import type { RunClock } from '../runs';

/** Time that goes by only while somebody waits. */
export class FakeRunClock implements RunClock {
  #time = 0;
  readonly #timeouts: Array<{ at: number; controller: AbortController }> = [];
  /** Happens at the end of each pause. */
  onPause?: (time: number) => void;

  now(): number {
    return this.#time;
  }

  timeout(milliseconds: number): AbortSignal {
    const controller = new AbortController();
    this.#timeouts.push({ at: this.#time + milliseconds, controller });
    return controller.signal;
  }

  async pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await new Promise(setImmediate);
    this.pass(milliseconds);
    this.onPause?.(this.#time);
    signal?.throwIfAborted();
  }

  pass(milliseconds: number): void {
    this.#time += milliseconds;
    for (const { at, controller } of this.#timeouts) {
      if (at <= this.#time) {
        controller.abort(new DOMException('late', 'TimeoutError'));
      }
    }
  }
}
