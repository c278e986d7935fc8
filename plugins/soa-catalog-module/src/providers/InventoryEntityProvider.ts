import { setTimeout as sleep } from 'node:timers/promises';
import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

// Two minutes, within which most organisations are read for the first time.
const ATTEMPTS = 24;
const PAUSE_MS = 5_000;

/** Puts all that one reading of the inventory gives in the place of the last. */
export class InventoryEntityProvider implements EntityProvider {
  constructor(
    private readonly options: {
      /** Stays for ever: the catalog keeps entities by it. */
      name: string;
      logger: LoggerService;
      taskRunner: SchedulerServiceTaskRunner;
      /** Whether the inventory has read all that can be read. */
      isComplete: (signal: AbortSignal) => Promise<boolean>;
      /** @throws if it cannot read all there is */
      read: (signal: AbortSignal) => Promise<Entity[]>;
      pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
    },
  ) {}

  getProviderName(): string {
    return this.options.name;
  }

  /** The id of the task that reads the inventory. */
  get task(): string {
    return `${this.options.name}:refresh`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.options.taskRunner.run({
      id: this.task,
      fn: signal => this.#refresh(connection, signal),
    });
  }

  async #refresh(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<void> {
    const { name, logger, read } = this.options;
    if (!(await this.#becomesComplete(signal))) {
      // What is known so far would empty the catalog of the rest.
      logger.warn(
        `${name}: the catalog stays, and waits for what the inventory has not read yet: the log of soa-accounts names it`,
      );
      return;
    }
    const entities = await read(signal);
    signal.throwIfAborted();
    if (entities.length === 0) {
      // Nothing is configured any more, or all is gone: neither is a reason to
      // empty the catalog.
      logger.info(`${name}: the inventory is empty, and the catalog stays`);
      return;
    }
    await connection.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({ entity, locationKey: name })),
    });
  }

  /** Waits a little: the inventory is read for the first time when we are. */
  async #becomesComplete(signal: AbortSignal): Promise<boolean> {
    const { isComplete, pause = pauseFor } = this.options;
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === ATTEMPTS;
      try {
        const complete = await isComplete(signal);
        if (complete || isLast) {
          return complete;
        }
      } catch (error) {
        signal.throwIfAborted();
        // Its backend can start later than the catalog does.
        if (isLast) {
          throw error;
        }
      }
      await pause(PAUSE_MS, signal);
    }
  }
}

async function pauseFor(milliseconds: number, signal: AbortSignal) {
  await sleep(milliseconds, undefined, { signal });
}
