import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  parsePlacements,
  placementIdentity,
} from '@backstage-soa/plugin-soa-common';
import type { RolloutRecord } from '../store';

const ORIGIN = 'backstage.io/managed-by-origin-location';

/**
 * Takes a component out of the catalog, with the file that describes it. Gone already,
 * it is left at that: what has its name now is another.
 *
 * @throws InputError if it has placements that were not destroyed, or the file describes
 *   other components with placements, too
 */
export async function unregister(
  {
    componentRef,
    componentUid,
    targets,
  }: Pick<RolloutRecord, 'componentRef' | 'componentUid' | 'targets'>,
  {
    catalog,
    credentials,
  }: { catalog: CatalogService; credentials: BackstageCredentials },
): Promise<void> {
  const entity = await catalog.getEntityByRef(componentRef, { credentials });
  if (!entity || entity.metadata.uid !== componentUid) {
    return;
  }
  const destroyed = new Set(
    targets
      .filter(({ state }) => state === 'destroyed')
      .map(({ placement }) => placementIdentity(placement)),
  );
  const left = parsePlacements(entity.spec?.placements ?? []).placements.filter(
    placement => !destroyed.has(placementIdentity(placement)),
  );
  if (left.length > 0) {
    throw new InputError(
      `${componentRef} has ${left.length} more placements: it stays in the catalog`,
    );
  }
  const origin = entity.metadata.annotations?.[ORIGIN];
  const { items } = await catalog.getEntities(
    {
      filter: {
        kind: 'Component',
        [`metadata.annotations.${ORIGIN}`]: origin ?? '',
      },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'spec.placements',
      ],
    },
    { credentials },
  );
  const others = items.filter(
    one => one.spec?.placements && stringifyEntityRef(one) !== componentRef,
  );
  if (others.length > 0) {
    throw new InputError(
      `${origin} describes ${others
        .map(stringifyEntityRef)
        .join(', ')}, too: take ${componentRef} out of it`,
    );
  }
  const location = await catalog.getLocationByEntity(componentRef, {
    credentials,
  });
  if (location) {
    await catalog.removeLocationById(location.id, { credentials });
  } else {
    await catalog.removeEntityByUid(entity.metadata.uid!, { credentials });
  }
}
