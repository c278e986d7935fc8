import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ANNOTATION_ACCOUNT_ID } from '@backstage-soa/plugin-soa-common';
import { soaAccountsApiRef, useLoaded } from '@backstage-soa/plugin-soa-react';
import { PlacementsContent } from './PlacementsContent';

/** *Where it runs*, on a component; *What runs here*, on an account. */
export function PlacementsCard(props: { of: 'component' | 'account' }) {
  const { of } = props;
  const api = useApi(soaAccountsApiRef);
  const { entity } = useEntity();
  const query =
    of === 'component'
      ? { component: stringifyEntityRef(entity) }
      : { account: entity.metadata.annotations?.[ANNOTATION_ACCOUNT_ID] };
  const isKnown = of === 'component' || Boolean(query.account);
  const loaded = useLoaded(JSON.stringify(query), async signal =>
    // Without an account, the list would be that of the whole organisation.
    isKnown ? api.listPlacements(query, signal) : [],
  );
  return <PlacementsContent loaded={loaded} of={of} isKnown={isKnown} />;
}
