import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LOCK_TARGET_KINDS } from '@backstage-soa/plugin-soa-common';
import type { LockQuery, SoaLock } from '@backstage-soa/plugin-soa-common';
import { FilterSelect, valuesIn } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../api';
import { soaDeliveryTranslationRef } from '../translation';
import { LocksTable } from './LocksTable';
import { ReservationsSection } from './ReservationsSection';
import { useFilteredPage } from './useFilteredPage';

const POLL_MS = 5_000;
const STATES = ['held', 'waiting'] as const;

type Filters = Pick<LockQuery, 'targetKind' | 'state' | 'componentRef'>;

/** Who holds accounts and zones, and who waits for them. */
export function LocksSection() {
  const api = useApi(soaDeliveryApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const [done, setDone] = useState<string>();
  const { filters, isFiltered, narrow, cursor, setCursor, loaded } =
    useFilteredPage<SoaLock, Filters>(
      'locks',
      (query, signal) => api.listLocks(query, signal),
      POLL_MS,
    );
  const items = loaded.value?.items ?? [];
  return (
    <ReservationsSection
      what="locks"
      title={t('reservations.locks.title')}
      loading={t('reservations.locks.loading')}
      failed={t('reservations.locks.failed')}
      isFiltered={isFiltered}
      loaded={loaded}
      cursor={cursor}
      onCursor={setCursor}
      done={done}
      filters={
        <>
          <FilterSelect
            label={t('reservations.locks.kind')}
            offered={LOCK_TARGET_KINDS.map(kind => ({
              value: kind,
              label: t(`reservations.locks.target.${kind}`),
            }))}
            chosen={filters.targetKind}
            onChange={kind =>
              narrow({ targetKind: kind as Filters['targetKind'] })
            }
          />
          <FilterSelect
            label={t('reservations.state')}
            offered={STATES.map(state => ({
              value: state,
              label: t(`reservations.locks.anyState.${state}`),
            }))}
            chosen={filters.state}
            onChange={state => narrow({ state: state as Filters['state'] })}
          />
          <FilterSelect
            label={t('reservations.component')}
            offered={valuesIn(items.map(({ owner }) => owner.componentRef))}
            chosen={filters.componentRef}
            onChange={componentRef => narrow({ componentRef })}
          />
        </>
      }
    >
      {locks => (
        <LocksTable
          locks={locks}
          onFreed={told => {
            setDone(told);
            loaded.reload();
          }}
        />
      )}
    </ReservationsSection>
  );
}
