import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  RELATION_API_CONSUMED_BY,
  RELATION_DEPENDENCY_OF,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What would miss a component that is gone. */
export interface Consumer {
  entityRef: string;
  /** The API of the component by which it is consumed; absent for all of it. */
  api?: string;
}

/**
 * What consumes a component, in the catalog: what depends on it, as services do that
 * `soa:consumes:resolve` has wired to it, and what consumes an API that it provides. What
 * is not in the catalog any more consumes nothing.
 *
 * @param entity - as `credentials` see it, which should be those of the portal: nobody
 *   else sees all consumers
 */
export async function consumersOf(
  entity: Entity,
  options: {
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    credentials: BackstageCredentials;
  },
): Promise<Consumer[]> {
  const { catalog, credentials } = options;
  const self = stringifyEntityRef(entity);
  const apis = await read(targets(entity, RELATION_PROVIDES_API));
  const found: Consumer[] = [
    ...targets(entity, RELATION_DEPENDENCY_OF).map(entityRef => ({
      entityRef,
    })),
    ...apis.flatMap(api =>
      targets(api, RELATION_API_CONSUMED_BY).map(entityRef => ({
        entityRef,
        api: stringifyEntityRef(api),
      })),
    ),
  ].filter(({ entityRef }) => entityRef !== self);
  const there = new Set(
    (await read(found.map(({ entityRef }) => entityRef))).map(one =>
      stringifyEntityRef(one),
    ),
  );
  return found.filter(({ entityRef }) => there.has(entityRef));

  async function read(refs: readonly string[]): Promise<Entity[]> {
    const entityRefs = [...new Set(refs)];
    if (entityRefs.length === 0) {
      return [];
    }
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs },
      { credentials },
    );
    return items.filter(item => item !== undefined);
  }
}

function targets({ relations = [] }: Entity, type: string): string[] {
  return relations
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
}
