import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { askPatiently } from './askPatiently';
import type { Pause } from './askPatiently';

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
  const { catalog, entityRef, credentials, logger, signal, pause } = options;
  let failure: unknown;
  const entity = await askPatiently(
    async () => {
      failure = undefined;
      try {
        return await catalog.getEntityByRef(entityRef, { credentials });
      } catch (error) {
        if (isRefusal(error)) {
          throw error;
        }
        failure = error;
        return undefined;
      }
    },
    {
      tellWait: () =>
        logger.info(`Waiting until the catalog knows ${entityRef}`),
      signal,
      pause,
    },
  );
  if (failure) {
    throw failure;
  }
  if (!entity) {
    throw new NotFoundError(
      `componentRef: the catalog does not know ${entityRef}, or you may not see it: see whether it is registered and what the catalog says of it, and run this again`,
    );
  }
  return entity;
}

/** What is the same however often one asks, as failures of a busy server are not. */
function isRefusal(error: unknown): boolean {
  const { statusCode } = error as { statusCode?: number };
  return statusCode !== undefined && statusCode < 500;
}
