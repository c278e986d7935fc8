import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { ANNOTATION_ACCOUNT_ID } from '@backstage-soa/plugin-soa-common';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { EmptyState, LoadedContent } from '@backstage-soa/plugin-soa-react';
import type { Loaded } from '@backstage-soa/plugin-soa-react';
import { PlacementsCsvButton } from '../placements';
import { soaAccountsTranslationRef } from '../translation';
import { PlacementsTable } from './PlacementsTable';

/** A card with the placements of a component, or of an account. */
export function PlacementsContent(props: {
  loaded: Loaded<PlacementItem[]>;
  of: 'component' | 'account';
  /** Whether the entity says which account it is. */
  isKnown?: boolean;
}) {
  const { loaded, of, isKnown = true } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <EntityInfoCard
      title={t(
        of === 'component'
          ? 'placements.whereItRuns'
          : 'placements.whatRunsHere',
      )}
      headerActions={
        loaded.value?.length ? (
          <PlacementsCsvButton items={loaded.value} />
        ) : undefined
      }
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
