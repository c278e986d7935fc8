/** Tells a source that is down from single things in it that cannot be read. */
export class FailuresInARow {
  #count = 0;

  constructor(private readonly limit: number) {}

  succeeded(): void {
    this.#count = 0;
  }

  /** @returns whether this is one too many */
  failed(): boolean {
    this.#count += 1;
    return this.#count >= this.limit;
  }
}
