/** Whoever asks for what is being read already waits for the same reading. */
export class InFlight<T> {
  readonly #readings = new Map<string, Promise<T>>();

  share(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.#readings.get(key);
    if (known) {
      return known;
    }
    const reading = read();
    this.#readings.set(key, reading);
    const forget = () => this.#readings.delete(key);
    reading.then(forget, forget);
    return reading;
  }
}
