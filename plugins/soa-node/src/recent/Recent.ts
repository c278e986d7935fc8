/**
 * What takes long to read and may be a little old: read once for all who ask
 * while it is read and within a while after that. A reading that failed is not
 * kept.
 *
 * @public
 */
export class Recent<T> {
  #kept: { readAt?: number; value: Promise<T> } | undefined;

  constructor(
    private readonly options: {
      maxAgeMs: number;
      now?: () => Date;
    },
  ) {}

  get(read: () => Promise<T>): Promise<T> {
    const { maxAgeMs, now = () => new Date() } = this.options;
    const { readAt } = this.#kept ?? {};
    if (
      !this.#kept ||
      (readAt !== undefined && now().getTime() - readAt > maxAgeMs)
    ) {
      const kept: { readAt?: number; value: Promise<T> } = { value: read() };
      this.#kept = kept;
      kept.value.then(
        () => {
          kept.readAt = now().getTime();
        },
        () => {
          if (this.#kept === kept) {
            this.#kept = undefined;
          }
        },
      );
    }
    return this.#kept.value;
  }
}
