interface Reading<T> {
  /** Of the end of it; absent while it goes on. */
  readAt?: number;
  value: Promise<T>;
}

/**
 * What takes long to read and may be a little old: read once for all who ask
 * while it is read and within a while after that. A reading that failed is not
 * kept.
 *
 * @public
 */
export class Recent<T> {
  #kept: Reading<T> | undefined;
  #next: Reading<T> | undefined;

  /**
   * @param options - `maxAgeMs`: after that, it is read anew; `waitAfterMs`: until then,
   * who asks gets what is kept while it is read anew, and only after that waits for it;
   * `maxAgeMs` if absent
   */
  constructor(
    private readonly options: {
      maxAgeMs: number;
      waitAfterMs?: number;
      now?: () => Date;
    },
  ) {}

  get(read: () => Promise<T>): Promise<T> {
    const { maxAgeMs, waitAfterMs = maxAgeMs } = this.options;
    const age = this.#age();
    if (this.#kept && age <= maxAgeMs) {
      return this.#kept.value;
    }
    const next = this.#next ?? this.#read(read);
    return this.#kept && age <= waitAfterMs ? this.#kept.value : next.value;
  }

  /** In milliseconds, of what is kept. */
  #age(): number {
    const { now = () => new Date() } = this.options;
    return now().getTime() - (this.#kept?.readAt ?? 0);
  }

  #read(read: () => Promise<T>): Reading<T> {
    const { now = () => new Date() } = this.options;
    const next: Reading<T> = { value: read() };
    this.#next = next;
    next.value.then(
      () => {
        next.readAt = now().getTime();
        this.#kept = next;
        this.#next = undefined;
      },
      () => {
        this.#next = undefined;
      },
    );
    return next;
  }
}
