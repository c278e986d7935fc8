import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * Items that are only ever added to, kept as lines of a file. What was added
 * counts only once its length is kept elsewhere (see `State`): whatever a crash
 * has left behind that is cut off at the next start.
 */
export class Journal<T> {
  #length: number;
  readonly #file: string | undefined;

  /**
   * @param directory - nothing is kept without one
   * @param length - how many bytes of it count
   */
  constructor(directory: string | undefined, name: string, length: number) {
    this.#length = length;
    if (!directory) {
      return;
    }
    mkdirSync(directory, { recursive: true });
    this.#file = join(directory, name);
    // Opened for adding, so that it is there.
    appendFileSync(this.#file, '');
    if (statSync(this.#file).size < length) {
      throw new Error(
        `${
          this.#file
        } is shorter than it was: run "npm run reset" to start afresh`,
      );
    }
    truncateSync(this.#file, length);
  }

  /** In bytes. */
  get length(): number {
    return this.#length;
  }

  read(): T[] {
    if (!this.#file) {
      return [];
    }
    return readFileSync(this.#file, 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .map(line => {
        try {
          return JSON.parse(line);
        } catch (error) {
          throw new Error(
            `${this.#file} cannot be read: run "npm run reset" to start afresh`,
            { cause: error },
          );
        }
      });
  }

  append(items: readonly T[]): void {
    if (!this.#file || items.length === 0) {
      return;
    }
    const lines = items.map(item => `${JSON.stringify(item)}\n`).join('');
    appendFileSync(this.#file, lines);
    this.#length += Buffer.byteLength(lines);
  }
}
