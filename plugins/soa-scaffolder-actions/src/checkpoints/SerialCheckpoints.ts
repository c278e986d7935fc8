import type { JsonValue } from '@backstage/types';

type Checkpoint = <T extends JsonValue | void>(options: {
  key: string;
  fn: () => Promise<T> | T;
}) => Promise<T>;

/**
 * Checkpoints of work that is done several at once. The scaffolder keeps all
 * checkpoints of a task as one value, written whole each time: two at once could
 * come in the wrong order, and the older of them would win.
 */
export class SerialCheckpoints {
  #last: Promise<void> = Promise.resolve();

  constructor(private readonly checkpoint: Checkpoint) {}

  /** Does the work, or gives what it gave before; keeps one after another. */
  async run<T extends JsonValue>(
    key: string,
    work: () => Promise<T>,
  ): Promise<T> {
    let leave = () => {};
    try {
      return await this.checkpoint({
        key,
        fn: async () => {
          try {
            return await work();
          } finally {
            leave = await this.#enter();
          }
        },
      });
    } finally {
      leave();
    }
  }

  /** Waits for whoever is keeping; returns how to let the next one in. */
  async #enter(): Promise<() => void> {
    const before = this.#last;
    let leave = () => {};
    this.#last = new Promise(resolve => {
      leave = resolve;
    });
    await before;
    return leave;
  }
}
