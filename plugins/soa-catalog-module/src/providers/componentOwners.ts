import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ownerRef } from '@backstage-soa/plugin-soa-common';

const BATCH = 500;

/** The owners of components, as full references, by the component's reference. */
export async function componentOwners(
  catalog: CatalogService,
  componentRefs: readonly string[],
  credentials: BackstageCredentials,
): Promise<Map<string, string>> {
  const refs = [...new Set(componentRefs)];
  const owners = new Map<string, string>();
  for (let index = 0; index < refs.length; index += BATCH) {
    const batch = refs.slice(index, index + BATCH);
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: batch,
        fields: ['kind', 'metadata.name', 'metadata.namespace', 'spec.owner'],
      },
      { credentials },
    );
    items.forEach((entity, position) => {
      const owner = entity?.spec?.owner;
      const ref =
        typeof owner === 'string'
          ? ownerRef(owner, entity?.metadata.namespace)
          : undefined;
      if (ref) {
        owners.set(batch[position], ref);
      }
    });
  }
  return owners;
}
