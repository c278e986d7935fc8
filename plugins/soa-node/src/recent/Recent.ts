/**
 * What takes long to read and may be a little old: read once for all who ask
 * within a while. A reading that failed is not kept.
 *
 * @public
 */
export class Recent<T> {
  #kept: { at: number; value: Promise<T> } | undefined;

  constructor(
    private readonly options: {
      maxAgeMs: number;
      now?: () => Date;
    },
  ) {}

  get(read: () => Promise<T>): Promise<T> {
    const { maxAgeMs, now = () => new Date() } = this.options;
    const at = now().getTime();
    if (!this.#kept || at - this.#kept.at > maxAgeMs) {
      const kept = { at, value: read() };
      this.#kept = kept;
      kept.value.catch(() => {
        if (this.#kept === kept) {
          this.#kept = undefined;
        }
      });
    }
    return this.#kept.value;
  }
}
