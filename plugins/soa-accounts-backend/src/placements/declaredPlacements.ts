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

/** The placements that components declare, as far as the caller may see them. */
export async function declaredPlacements(
  catalog: CatalogService,
  credentials: BackstageCredentials,
  filter: { componentRef?: string; accountId?: string } = {},
): Promise<DeclaredPlacements[]> {
  if (filter.componentRef) {
    const entity = await catalog.getEntityByRef(filter.componentRef, {
      credentials,
    });
    return entity ? [toDeclared(entity)] : [];
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

function toDeclared(entity: Entity): DeclaredPlacements {
  return {
    componentRef: stringifyEntityRef(entity),
    placements: parsePlacements(entity.spec?.placements ?? []).placements,
  };
}
