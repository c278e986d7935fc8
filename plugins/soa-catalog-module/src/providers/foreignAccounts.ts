import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_ACCOUNT_ID,
  RESOURCE_TYPE_CLOUD_ACCOUNT,
} from '@backstage-soa/plugin-soa-common';
import { LOCATION_TYPE } from '../entities';

/**
 * The accounts that another provider has brought into the catalog.
 *
 * @returns the entity's reference by the account's id
 */
export async function foreignAccounts(
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<Map<string, string>> {
  const foreign = new Map<string, string>();
  const pages = catalog.streamEntities(
    {
      filter: { kind: 'Resource', 'spec.type': RESOURCE_TYPE_CLOUD_ACCOUNT },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.annotations',
      ],
      pageSize: 500,
    },
    { credentials },
  );
  for await (const page of pages) {
    for (const entity of page) {
      const { annotations = {} } = entity.metadata;
      const id = annotations[ANNOTATION_ACCOUNT_ID];
      if (id && !annotations[ANNOTATION_LOCATION]?.startsWith(LOCATION_TYPE)) {
        foreign.set(id, stringifyEntityRef(entity));
      }
    }
  }
  return foreign;
}
