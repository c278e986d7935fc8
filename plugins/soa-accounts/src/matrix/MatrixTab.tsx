import { useDeferredValue, useMemo } from 'react';
import { Select } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import {
  placementFilter,
  PlacementFilters,
  SHARED_FILTERS,
  useUrlFilters,
} from '../filters';
import { TabContent, TableHead } from '../page';
import { PlacementsCsvButton } from '../placements';
import { soaAccountsTranslationRef } from '../translation';
import { matrixColumns, matrixRows } from './matrixRows';
import type { MatrixBy } from './matrixRows';
import { MatrixTable } from './MatrixTable';

/** Every service, and the accounts or Regions that it runs in. */
export function MatrixTab() {
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const filters = useUrlFilters();
  const loaded = useLoaded('placements', signal =>
    api.listPlacements({}, signal),
  );
  const { value } = loaded;
  // What is typed appears at once, and what it leaves when there is time.
  const key = useDeferredValue(filters.key);
  const { by, shown, rows, columns } = useMemo(() => {
    const search = new URLSearchParams(key);
    const turned: MatrixBy =
      search.get('by') === 'region' ? 'region' : 'account';
    const fits = placementFilter(
      name => search.get(name) ?? undefined,
      SHARED_FILTERS,
    );
    const left = (value ?? []).filter(fits);
    return {
      by: turned,
      shown: left,
      rows: matrixRows(left, turned),
      columns: matrixColumns(left, turned),
    };
  }, [value, key]);
  return (
    <TabContent>
      <PlacementFilters
        filters={filters}
        names={SHARED_FILTERS}
        items={value ?? []}
      >
        <Select
          label={t('filter.columns')}
          options={[
            { value: 'account', label: t('filter.accounts') },
            { value: 'region', label: t('filter.regions') },
          ]}
          value={filters.get('by') === 'region' ? 'region' : 'account'}
          onChange={to =>
            filters.set('by', to === 'account' ? undefined : String(to))
          }
        />
      </PlacementFilters>
      <LoadedContent
        loaded={loaded}
        loading={t('placements.loading')}
        failed={t('placements.failed')}
      >
        {all =>
          shown.length === 0 ? (
            <EmptyState
              title={t('empty.title')}
              description={t(
                all.length > 0 ? 'empty.filtered' : 'empty.organisation',
              )}
            />
          ) : (
            <>
              <TableHead
                counts={t('matrix.counts', {
                  services: t('matrix.services', { count: rows.length }),
                  placements: t('matrix.placements', { count: shown.length }),
                })}
              >
                <PlacementsCsvButton items={shown} />
              </TableHead>
              <MatrixTable
                rows={rows}
                columns={columns}
                by={by}
                label={t(
                  by === 'account' ? 'matrix.byAccount' : 'matrix.byRegion',
                )}
                count={shown.length}
              />
            </>
          )
        }
      </LoadedContent>
    </TabContent>
  );
}
