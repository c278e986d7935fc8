import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** How far a journal counts: whatever else its folder holds of it is a crash's. */
export interface JournalPosition {
  /** How often it was written anew; each time to a file of its own. */
  generation: number;
  /** In bytes. */
  length: number;
}

/**
 * Items that are added to the end, kept as lines of a file. What was added, or
 * written anew, counts only once its position is kept elsewhere (see `State`):
 * whatever else a crash has left behind goes at the next start.
 */
export class Journal<T> {
  #position: JournalPosition;

  /**
   * @param directory - nothing is kept without one
   * @param name - of its files, without their extension
   * @throws if it is shorter than it was
   */
  constructor(
    private readonly directory: string | undefined,
    private readonly name: string,
    position: JournalPosition,
  ) {
    this.#position = position;
    if (!directory) {
      return;
    }
    mkdirSync(directory, { recursive: true });
    const file = this.#file(position.generation);
    // Opened for adding, so that it is there.
    appendFileSync(file, '');
    if (statSync(file).size < position.length) {
      throw new Error(
        `${file} is shorter than it was: run "npm run reset" to start afresh`,
      );
    }
    truncateSync(file, position.length);
    this.#removeAllBut(file);
  }

  get position(): JournalPosition {
    return this.#position;
  }

  read(): T[] {
    if (!this.directory) {
      return [];
    }
    const file = this.#file(this.#position.generation);
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .map(line => {
        try {
          return JSON.parse(line);
        } catch (error) {
          throw new Error(
            `${file} cannot be read: run "npm run reset" to start afresh`,
            { cause: error },
          );
        }
      });
  }

  append(items: readonly T[]): void {
    if (!this.directory || items.length === 0) {
      return;
    }
    const { generation, length } = this.#position;
    const lines = toLines(items);
    appendFileSync(this.#file(generation), lines);
    this.#position = { generation, length: length + Buffer.byteLength(lines) };
  }

  /**
   * Holds these items, and no other. They are written beside what there is,
   * which goes only when nothing needs it any more.
   *
   * @param commit - keeps the new position: before it, the old items count, and
   * after it the new ones
   */
  rewrite(
    items: readonly T[],
    commit: (position: JournalPosition) => void,
  ): void {
    if (!this.directory) {
      return;
    }
    const lines = toLines(items);
    const next = {
      generation: this.#position.generation + 1,
      length: Buffer.byteLength(lines),
    };
    const file = this.#file(next.generation);
    writeFileSync(`${file}.next`, lines);
    renameSync(`${file}.next`, file);
    commit(next);
    this.#position = next;
    this.#removeAllBut(file);
  }

  #file(generation: number): string {
    const suffix = generation === 0 ? '' : `.${generation}`;
    return join(this.directory!, `${this.name}${suffix}.ndjson`);
  }

  #removeAllBut(kept: string): void {
    for (const entry of readdirSync(this.directory!)) {
      const file = join(this.directory!, entry);
      const [name, ...rest] = entry.split('.');
      if (
        name === this.name &&
        /^(\d+\.)?ndjson(\.next)?$/.test(rest.join('.')) &&
        file !== kept
      ) {
        rmSync(file);
      }
    }
  }
}

function toLines(items: readonly unknown[]): string {
  return items.map(item => `${JSON.stringify(item)}\n`).join('');
}
