import type { Page } from '@backstage-soa/plugin-soa-common';

/** A list of the inventory; what cannot be read stays as it was. */
export class InventoryPart<T> {
  #items = new Map<string, T>();
  #isWhole = false;

  constructor(private readonly keyOf: (item: T) => string) {}

  get items(): readonly T[] {
    return [...this.#items.values()];
  }

  /** Whether it was complete when it was last read to its end. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /**
   * @param isComplete - whether the pages are all there is
   * @throws if it breaks off; the pages that came before it are kept
   */
  async read(
    page: (cursor: string | undefined) => Promise<Page<T>>,
    isComplete: boolean,
  ): Promise<void> {
    const read = new Map<string, T>();
    let cursor: string | undefined;
    try {
      do {
        const { items, nextCursor } = await page(cursor);
        items.forEach(item => read.set(this.keyOf(item), item));
        cursor = nextCursor;
      } while (cursor);
    } catch (error) {
      this.#items = new Map([...this.#items, ...read]);
      throw error;
    }
    this.#items = read;
    this.#isWhole = isComplete;
  }
}
