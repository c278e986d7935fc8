import { useCallback } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';

/**
 * Finds the pages of entities in the catalog.
 *
 * @returns the path of the page of the entity with the given reference
 * @public
 */
export function useEntityPath(): (entityRef: string) => string {
  const path = useRouteRef(entityRouteRef);
  return useCallback(
    entityRef => {
      const { kind, namespace, name } = parseEntityRef(entityRef);
      return path({
        kind: kind.toLocaleLowerCase('en-US'),
        namespace: namespace.toLocaleLowerCase('en-US'),
        name,
      });
    },
    [path],
  );
}
