import { useDeferredValue, useMemo } from 'react';
import { Alert } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  FilterSelect,
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { PlacementFilters, useUrlFilters } from '../filters';
import { TabContent, TableHead } from '../page';
import { soaAccountsTranslationRef } from '../translation';
import { DIFFERENCES } from './Difference';
import { DIFFERENCE_FILTERS, differenceFilter } from './differenceFilter';
import { DifferencesCsvButton } from './DifferencesCsvButton';
import { DifferencesTable } from './DifferencesTable';
import { findDifferences } from './findDifferences';
import { useBaselineComponent } from './useBaselineComponent';
import { useKindName } from './useKindName';

/** What is not as declared, and what accounts lack, each with its remedy. */
export function DifferencesTab() {
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const nameOf = useKindName();
  const baseline = useBaselineComponent();
  const filters = useUrlFilters();
  const loaded = useLoaded(baseline, async signal => {
    const [placements, accounts] = await Promise.all([
      api.listPlacements({}, signal),
      api.listAccounts({}, signal),
    ]);
    return {
      placements,
      ...findDifferences({ placements, accounts, baseline }),
    };
  });
  const { value } = loaded;
  // What is typed appears at once, and what it leaves when there is time.
  const key = useDeferredValue(filters.key);
  const shown = useMemo(() => {
    const search = new URLSearchParams(key);
    return (value?.differences ?? []).filter(
      differenceFilter(name => search.get(name) || undefined),
    );
  }, [value, key]);
  return (
    <TabContent>
      <PlacementFilters
        filters={filters}
        names={DIFFERENCE_FILTERS}
        items={value?.placements ?? []}
      >
        <FilterSelect
          label={t('differences.kind')}
          offered={DIFFERENCES.map(kind => ({
            value: kind,
            label: nameOf(kind),
          }))}
          chosen={DIFFERENCES.find(kind => kind === filters.get('state'))}
          onChange={to => filters.set('state', to)}
        />
      </PlacementFilters>
      <LoadedContent
        loaded={loaded}
        loading={t('differences.loading')}
        failed={t('differences.failed')}
      >
        {({ differences, knowsBaselines }) => (
          <>
            {!knowsBaselines && (
              <Alert
                status="info"
                icon
                title={t('differences.baselineUnseen', {
                  component: baseline,
                })}
              />
            )}
            {shown.length === 0 ? (
              <EmptyState
                title={t('differences.none')}
                description={t(
                  differences.length > 0
                    ? 'differences.noneFiltered'
                    : 'differences.noneAtAll',
                )}
              />
            ) : (
              <>
                <TableHead
                  counts={t('differences.counts', { count: shown.length })}
                >
                  <DifferencesCsvButton
                    differences={shown}
                    baseline={baseline}
                  />
                </TableHead>
                <DifferencesTable
                  differences={shown}
                  listKey={key}
                  baseline={baseline}
                />
              </>
            )}
          </>
        )}
      </LoadedContent>
    </TabContent>
  );
}
