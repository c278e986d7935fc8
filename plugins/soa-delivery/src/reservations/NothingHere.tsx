import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../translation';

/** Why a list shows nothing. */
export function NothingHere(props: {
  what: 'locks' | 'ranges';
  isFiltered: boolean;
  hasMore: boolean;
}) {
  const { what, isFiltered, hasMore } = props;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  if (hasMore) {
    return (
      <EmptyState
        title={t('reservations.emptyPage')}
        description={t('reservations.emptyPageDescription')}
      />
    );
  }
  return isFiltered ? (
    <EmptyState
      title={t('reservations.emptyFiltered')}
      description={t('reservations.emptyFilteredDescription')}
    />
  ) : (
    <EmptyState
      title={t(`reservations.${what}.empty`)}
      description={t(`reservations.${what}.emptyDescription`)}
    />
  );
}
