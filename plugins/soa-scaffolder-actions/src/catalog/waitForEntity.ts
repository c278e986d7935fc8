import { setTimeout as sleep } from 'node:timers/promises';
import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Lets some time go by. */
export type Pause = (
  milliseconds: number,
  signal?: AbortSignal,
) => Promise<unknown>;

// A component that was just registered takes the catalog some seconds.
const ATTEMPTS = 30;
const PAUSE_MS = 2_000;

const pauseForReal: Pause = (milliseconds, signal) =>
  sleep(milliseconds, undefined, { signal });

/**
 * Waits until the catalog shows an entity to somebody.
 *
 * @throws NotFoundError if it does not within a minute
 */
export async function waitForEntity(options: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  entityRef: string;
  credentials: BackstageCredentials;
  logger: Pick<LoggerService, 'info'>;
  signal?: AbortSignal;
  pause?: Pause;
}): Promise<Entity> {
  const { catalog, entityRef, credentials, logger, signal } = options;
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    if (entity) {
      return entity;
    }
    if (attempt === ATTEMPTS) {
      throw new NotFoundError(
        `componentRef: the catalog does not know ${entityRef}, or you may not see it: see whether it is registered and what the catalog says of it, and run this again`,
      );
    }
    if (attempt === 1) {
      logger.info(`Waiting until the catalog knows ${entityRef}`);
    }
    await (options.pause ?? pauseForReal)(PAUSE_MS, signal);
  }
}
