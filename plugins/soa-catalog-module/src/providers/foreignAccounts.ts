import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_ACCOUNT_ID,
  isWrittenByPeople,
  RESOURCE_TYPE_CLOUD_ACCOUNT,
} from '@backstage-soa/plugin-soa-common';
import { LOCATION_TYPE } from '../entities';

/** An entity that is not ours and stands for an account. */
export interface ForeignAccount {
  id: string;
  entityRef: string;
  /** Somebody has put it into a file: it takes nothing from us. */
  isWritten: boolean;
}

/** The accounts that others have brought into the catalog. */
export async function foreignAccounts(
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<ForeignAccount[]> {
  const foreign: ForeignAccount[] = [];
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
      const location = annotations[ANNOTATION_LOCATION] ?? '';
      if (id && !location.startsWith(LOCATION_TYPE)) {
        foreign.push({
          id,
          entityRef: stringifyEntityRef(entity),
          isWritten: isWrittenByPeople(entity),
        });
      }
    }
  }
  return foreign;
}
