import { useEntity } from '@backstage/plugin-catalog-react';
import { ANNOTATION_ACCOUNT_ID } from '@backstage-soa/plugin-soa-common';

/** The id of the account whose page this is; `undefined` where its entity does not say. */
export function useAccountId(): string | undefined {
  const { entity } = useEntity();
  return entity.metadata.annotations?.[ANNOTATION_ACCOUNT_ID] || undefined;
}
