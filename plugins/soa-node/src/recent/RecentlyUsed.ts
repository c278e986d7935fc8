/**
 * Keeps the values that were used last, and makes those that it has not.
 *
 * @public
 */
export class RecentlyUsed<T> {
  readonly #values = new Map<string, T>();

  constructor(private readonly limit: number) {}

  get(key: string, make: () => T): T {
    const value = this.#values.has(key) ? this.#values.get(key)! : make();
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.limit) {
      this.#values.delete(this.#values.keys().next().value!);
    }
    return value;
  }
}
