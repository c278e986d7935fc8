import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { parsePlacements } from '@backstage-soa/plugin-soa-common';
import type { Placement } from '@backstage-soa/plugin-soa-common';

/** What a component says of where it runs. */
export interface DeclaredPlacements {
  componentRef: string;
  placements: Placement[];
}

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'spec.placements',
];

/**
 * The placements that components declare, as far as the caller may see them, and
 * without those that the catalog reports as wrong.
 */
export async function declaredPlacements(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  filter: { componentRef?: string; accountId?: string };
  /** Those of the organisation; any if empty. */
  environments: readonly string[];
}): Promise<DeclaredPlacements[]> {
  const { catalog, credentials, filter, environments } = options;
  const toDeclared = (entity: Entity) => ({
    componentRef: stringifyEntityRef(entity),
    placements: parsePlacements(entity.spec?.placements ?? [], {
      environments: environments.length > 0 ? environments : undefined,
    }).placements,
  });
  if (filter.componentRef) {
    const entity = await catalog.getEntityByRef(filter.componentRef, {
      credentials,
    });
    return entity?.kind === 'Component' ? [toDeclared(entity)] : [];
  }
  const declared: DeclaredPlacements[] = [];
  const pages = catalog.streamEntities(
    {
      filter: {
        kind: 'Component',
        'spec.placements.account': filter.accountId ?? CATALOG_FILTER_EXISTS,
      },
      fields: FIELDS,
      pageSize: 500,
    },
    { credentials },
  );
  for await (const page of pages) {
    declared.push(...page.map(toDeclared));
  }
  return declared;
}
