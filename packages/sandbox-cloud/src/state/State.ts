import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the sandbox cloud keeps between starts: one file, written as a whole, so
 * that a crash leaves either all of a change or none of it.
 */
export class State<T extends object> {
  readonly value: T;
  readonly #file: string | undefined;

  /** @param directory - nothing is kept without one */
  constructor(directory: string | undefined, initial: () => T) {
    if (directory) {
      mkdirSync(directory, { recursive: true });
      this.#file = join(directory, 'state.json');
    }
    this.value = this.#read() ?? initial();
    this.save();
  }

  save(): void {
    if (this.#file) {
      const next = `${this.#file}.next`;
      writeFileSync(next, JSON.stringify(this.value));
      renameSync(next, this.#file);
    }
  }

  #read(): T | undefined {
    if (!this.#file) {
      return undefined;
    }
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        return undefined;
      }
      throw new Error(
        `${this.#file} cannot be read: run "npm run reset" to start afresh`,
        { cause: error },
      );
    }
  }
}
