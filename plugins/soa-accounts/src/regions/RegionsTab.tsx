import { useCallback, useDeferredValue, useMemo } from 'react';
import { Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { placementFilter, PlacementFilters, useUrlFilters } from '../filters';
import { TabContent, TableHead } from '../page';
import { soaAccountsTranslationRef } from '../translation';
import { RegionFailure } from './RegionFailure';
import { RegionsCsvButton } from './RegionsCsvButton';
import { RegionsTable } from './RegionsTable';
import { regionUses } from './regionUses';

const NARROWED_BY = ['service', 'account', 'environment', 'runtime'] as const;

/** What runs in which Region, and what would be lost if one failed. */
export function RegionsTab() {
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const filters = useUrlFilters();
  const loaded = useLoaded('placements', signal =>
    api.listPlacements({}, signal),
  );
  const { value } = loaded;
  // What is typed appears at once, and what it leaves when there is time.
  const key = useDeferredValue(filters.key);
  const uses = useMemo(() => {
    const search = new URLSearchParams(key);
    return regionUses(
      value ?? [],
      placementFilter(name => search.get(name) ?? undefined, NARROWED_BY),
    );
  }, [value, key]);
  const hrefOf = useCallback(
    (region: string) => {
      const search = new URLSearchParams(filters.key);
      search.set('region', region);
      return `?${search}`;
    },
    [filters.key],
  );
  const chosen = filters.get('region');
  const use = uses.find(({ region }) => region === chosen);
  return (
    <TabContent>
      <PlacementFilters
        filters={filters}
        names={NARROWED_BY}
        items={value ?? []}
      />
      <LoadedContent
        loaded={loaded}
        loading={t('placements.loading')}
        failed={t('placements.failed')}
      >
        {all =>
          uses.length === 0 ? (
            <EmptyState
              title={t('empty.title')}
              description={t(
                all.length > 0 ? 'empty.filtered' : 'empty.organisation',
              )}
            />
          ) : (
            <>
              <TableHead
                counts={t('regions.counts', {
                  count: uses.filter(({ isGlobal }) => !isGlobal).length,
                })}
              >
                <RegionsCsvButton uses={uses} />
              </TableHead>
              <RegionsTable uses={uses} chosen={chosen} hrefOf={hrefOf} />
              {use && !use.isGlobal ? (
                <RegionFailure use={use} filters={filters} />
              ) : (
                <Text color="secondary">{whyNot()}</Text>
              )}
            </>
          )
        }
      </LoadedContent>
    </TabContent>
  );

  function whyNot(): string {
    if (use?.isGlobal) {
      return t('regions.global');
    }
    return chosen
      ? t('regions.notThere', { region: chosen })
      : t('regions.choose');
  }
}
