import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ACCOUNT_ID,
  RESOURCE_TYPE_CLOUD_ACCOUNT,
} from '@backstage-soa/plugin-soa-common';

/** The account that an entity stands for. */
export function accountOf({ metadata, spec }: Entity): string | undefined {
  return spec?.type === RESOURCE_TYPE_CLOUD_ACCOUNT
    ? metadata.annotations?.[ANNOTATION_ACCOUNT_ID]
    : undefined;
}
