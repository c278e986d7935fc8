import type { Clock } from '../hcp-terraform/clock';

/** Time that goes by only while somebody sleeps. */
export class FakeClock implements Clock {
  readonly sleeps: number[] = [];
  readonly timeouts: Array<{ milliseconds: number; end: () => void }> = [];
  #now = 0;

  now(): number {
    return this.#now;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.sleeps.push(milliseconds);
    this.#now += milliseconds;
  }

  timeout(milliseconds: number): AbortSignal {
    const controller = new AbortController();
    this.timeouts.push({
      milliseconds,
      end: () => controller.abort(new DOMException('late', 'TimeoutError')),
    });
    return controller.signal;
  }
}
