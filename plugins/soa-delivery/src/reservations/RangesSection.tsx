import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  NetworkRange,
  NetworkRangeQuery,
} from '@backstage-soa/plugin-soa-common';
import { FilterSelect, valuesIn } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../api';
import { soaDeliveryTranslationRef } from '../translation';
import { RangesTable } from './RangesTable';
import { ReservationsSection } from './ReservationsSection';
import { useFilteredPage } from './useFilteredPage';

const POLL_MS = 15_000;
const FILTERS = ['pool', 'account', 'region'] as const;

type Filters = Pick<
  NetworkRangeQuery,
  (typeof FILTERS)[number] | 'componentRef'
>;

/** Which ranges of addresses are whose. */
export function RangesSection() {
  const api = useApi(soaDeliveryApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const [done, setDone] = useState<string>();
  const { filters, isFiltered, narrow, cursor, setCursor, loaded } =
    useFilteredPage<NetworkRange, Filters>(
      'ranges',
      (query, signal) => api.listNetworkRanges(query, signal),
      POLL_MS,
    );
  const items = loaded.value?.items ?? [];
  return (
    <ReservationsSection
      what="ranges"
      title={t('reservations.ranges.title')}
      loading={t('reservations.ranges.loading')}
      failed={t('reservations.ranges.failed')}
      isFiltered={isFiltered}
      loaded={loaded}
      cursor={cursor}
      onCursor={setCursor}
      done={done}
      filters={
        <>
          {FILTERS.map(key => (
            <FilterSelect
              key={key}
              label={t(`reservations.ranges.${key}`)}
              offered={valuesIn(items.map(item => item[key]))}
              chosen={filters[key]}
              onChange={to => narrow({ [key]: to })}
            />
          ))}
          <FilterSelect
            label={t('reservations.component')}
            offered={valuesIn(items.map(({ owner }) => owner.componentRef))}
            chosen={filters.componentRef}
            onChange={componentRef => narrow({ componentRef })}
          />
        </>
      }
    >
      {ranges => (
        <RangesTable
          ranges={ranges}
          onFreed={what => {
            setDone(t('reservations.freed', { what }));
            loaded.reload();
          }}
        />
      )}
    </ReservationsSection>
  );
}
