import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ANNOTATION_LOCATION } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { isWrittenByPeople } from '@backstage-soa/plugin-soa-common';

const BATCH = 500;

/**
 * Which of the names of our entities somebody has given to an entity in a file.
 * The catalog leaves a name to whoever has it first.
 *
 * @returns what to tell people of each
 */
export async function takenNames(
  catalog: CatalogService,
  entityRefs: readonly string[],
  credentials: BackstageCredentials,
): Promise<string[]> {
  const taken: string[] = [];
  for (let index = 0; index < entityRefs.length; index += BATCH) {
    const batch = entityRefs.slice(index, index + BATCH);
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: batch,
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
        ],
      },
      { credentials },
    );
    batch.forEach((ref, position) => {
      const entity = items[position];
      if (entity && isWrittenByPeople(entity)) {
        taken.push(
          `${ref} has been registered from ${entity.metadata.annotations?.[ANNOTATION_LOCATION]}, and keeps the organisation's own entity out of the catalog: unregister it`,
        );
      }
    });
  }
  return taken;
}
