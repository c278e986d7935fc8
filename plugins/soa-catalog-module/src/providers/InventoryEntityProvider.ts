import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/** Puts all that one reading of the inventory gives in the place of the last. */
export class InventoryEntityProvider implements EntityProvider {
  constructor(
    private readonly options: {
      /** Stays for ever: the catalog keeps entities by it. */
      name: string;
      logger: LoggerService;
      taskRunner: SchedulerServiceTaskRunner;
      /** @throws if it cannot read all there is */
      read: (signal: AbortSignal) => Promise<Entity[]>;
    },
  ) {}

  getProviderName(): string {
    return this.options.name;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.options.taskRunner.run({
      id: `${this.options.name}:refresh`,
      fn: signal => this.#refresh(connection, signal),
    });
  }

  async #refresh(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<void> {
    const { name, logger, read } = this.options;
    const entities = await read(signal);
    signal.throwIfAborted();
    if (entities.length === 0) {
      // The inventory has read nothing yet, or has lost what it had: neither is
      // a reason to empty the catalog.
      logger.info(`${name}: the inventory is empty, and the catalog stays`);
      return;
    }
    await connection.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({ entity, locationKey: name })),
    });
  }
}
