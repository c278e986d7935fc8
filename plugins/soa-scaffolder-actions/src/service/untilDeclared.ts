import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  parsePlacements,
  placementIdentity,
} from '@backstage-soa/plugin-soa-common';
import type { Placement } from '@backstage-soa/plugin-soa-common';
import { unlessAborted } from '@backstage-soa/plugin-soa-node';
import { askPatiently } from '../catalog';
import type { Pause } from '../catalog';

/**
 * Waits until a component declares placements in the catalog, which is asked to read
 * its file again: nothing is made for what is not declared.
 *
 * @throws NotFoundError if it does not within a minute
 */
export async function untilDeclared(options: {
  catalog: Pick<CatalogService, 'getEntityByRef' | 'refreshEntity'>;
  componentRef: string;
  placements: readonly Placement[];
  credentials: BackstageCredentials;
  logger: Pick<LoggerService, 'info'>;
  signal?: AbortSignal;
  pause?: Pause;
}): Promise<void> {
  const { catalog, componentRef, placements, credentials, logger, signal } =
    options;
  const missing = async () =>
    undeclared(
      await unlessAborted(
        catalog.getEntityByRef(componentRef, { credentials }),
        signal,
      ),
      placements,
    );
  if ((await missing()).length === 0) {
    return;
  }
  try {
    await unlessAborted(
      catalog.refreshEntity(componentRef, { credentials }),
      signal,
    );
  } catch (error) {
    signal?.throwIfAborted();
    logger.info(
      `The catalog was not asked to read ${componentRef} again, and does so by itself: ${
        (error as Error).message
      }`,
    );
  }
  let left: string[] = [];
  const isThere = await askPatiently(
    async () => {
      left = await missing();
      return left.length === 0 ? true : undefined;
    },
    {
      ...options,
      tellWait: () =>
        logger.info(`Waiting until the catalog has read ${componentRef} again`),
    },
  );
  if (!isThere) {
    throw new NotFoundError(
      `componentRef: the catalog does not show yet that ${componentRef} runs in ${left.join(
        ', ',
      )}: see what it says of the component, and run this again: it goes on from there`,
    );
  }
}

/** Which of the placements a component does not declare, for people. */
function undeclared(
  entity: Entity | undefined,
  placements: readonly Placement[],
): string[] {
  const declared = new Set(
    parsePlacements(entity?.spec?.placements ?? []).placements.map(
      placementIdentity,
    ),
  );
  return placements
    .filter(placement => !declared.has(placementIdentity(placement)))
    .map(({ environment, region }) => `${region} (${environment})`);
}
