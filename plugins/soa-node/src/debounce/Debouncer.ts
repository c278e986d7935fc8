interface Waiting {
  timer?: NodeJS.Timeout;
  /** Whether it was asked for since it was last begun. */
  again: boolean;
}

/**
 * Does something soon after it was asked for, once for all that ask meanwhile, and
 * then not again for a while. Each key goes by itself.
 *
 * @public
 */
export class Debouncer {
  readonly #waiting = new Map<string, Waiting>();
  #isStopped = false;

  /**
   * @param act - returns true where it has to be tried again; what it throws goes to
   * `onError`
   * @param options - `delay`: milliseconds from being asked to acting; `rest`:
   * milliseconds from acting until it may act again
   */
  constructor(
    private readonly act: (key: string) => Promise<boolean | void>,
    private readonly options: {
      delay: number;
      rest: number;
      onError: (key: string, error: unknown) => void;
    },
  ) {}

  /** Asks for it. */
  request(key: string): void {
    const waiting = this.#waiting.get(key);
    if (waiting) {
      waiting.again = true;
    } else if (!this.#isStopped) {
      const begun: Waiting = { again: true };
      this.#waiting.set(key, begun);
      this.#after(this.options.delay, key, begun);
    }
  }

  /** Does nothing any more. */
  stop(): void {
    this.#isStopped = true;
    for (const { timer } of this.#waiting.values()) {
      clearTimeout(timer);
    }
    this.#waiting.clear();
  }

  #after(milliseconds: number, key: string, waiting: Waiting): void {
    waiting.timer = setTimeout(() => this.#wake(key, waiting), milliseconds);
    // It keeps no backend from ending.
    waiting.timer.unref();
  }

  async #wake(key: string, waiting: Waiting): Promise<void> {
    if (!waiting.again) {
      this.#waiting.delete(key);
      return;
    }
    waiting.again = false;
    try {
      if (await this.act(key)) {
        waiting.again = true;
      }
    } catch (error) {
      this.options.onError(key, error);
    }
    if (!this.#isStopped) {
      this.#after(this.options.rest, key, waiting);
    }
  }
}
