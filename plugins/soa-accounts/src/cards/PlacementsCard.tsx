import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { ANNOTATION_ACCOUNT_ID } from '@backstage-soa/plugin-soa-common';
import {
  EmptyState,
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import { PlacementsTable } from './PlacementsTable';

/** *Where it runs*, on a component; *What runs here*, on an account. */
export function PlacementsCard(props: { of: 'component' | 'account' }) {
  const { of } = props;
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
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
  return (
    <EntityInfoCard
      title={t(
        of === 'component'
          ? 'placements.whereItRuns'
          : 'placements.whatRunsHere',
      )}
    >
      <LoadedContent
        loaded={loaded}
        loading={t('placements.loading')}
        failed={t('placements.failed')}
      >
        {items =>
          items.length === 0 ? (
            <EmptyState
              title={t('empty.title')}
              description={t(isKnown ? `empty.${of}` : 'empty.unknown', {
                annotation: ANNOTATION_ACCOUNT_ID,
              })}
            />
          ) : (
            <PlacementsTable items={items} of={of} />
          )
        }
      </LoadedContent>
    </EntityInfoCard>
  );
}
