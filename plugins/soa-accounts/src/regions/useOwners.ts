import { useApi } from '@backstage/core-plugin-api';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLoaded } from '@backstage-soa/plugin-soa-react';
import type { Loaded } from '@backstage-soa/plugin-soa-react';

// One request for each: a body of some 25 kB.
const MOST_AT_ONCE = 500;

/**
 * Who owns entities, by reference: what the catalog's relation says. What nobody
 * owns, or the reader may not see, is not there.
 */
export function useOwners(
  entityRefs: readonly string[],
): Loaded<ReadonlyMap<string, string>> {
  const catalog = useApi(catalogApiRef);
  const refs = [...new Set(entityRefs)].sort();
  return useLoaded(refs.join(' '), async () => {
    const owners = new Map<string, string>();
    for (let from = 0; from < refs.length; from += MOST_AT_ONCE) {
      const some = refs.slice(from, from + MOST_AT_ONCE);
      const { items } = await catalog.getEntitiesByRefs({
        entityRefs: some,
        fields: ['relations'],
      });
      items.forEach((entity, index) => {
        const owner = entity?.relations?.find(
          ({ type }) => type === RELATION_OWNED_BY,
        );
        if (owner) {
          owners.set(some[index], owner.targetRef);
        }
      });
    }
    return owners;
  });
}
