import { useDeferredValue, useMemo } from 'react';
import { SearchField } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { PlacementFilters, useUrlFilters } from '../filters';
import { TabContent } from '../page';
import { soaAccountsTranslationRef } from '../translation';
import { narrowOrganisation, ORGANISATION_FILTERS } from './narrowOrganisation';
import { OrganisationContent } from './OrganisationContent';

/** Units and accounts, whose they are, and what runs there. */
export function OrganisationTab() {
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const filters = useUrlFilters();
  const loaded = useLoaded('organisation', async signal => {
    const [units, accounts, placements] = await Promise.all([
      api.listOrganizationalUnits(signal),
      api.listAccounts({}, signal),
      api.listPlacements({}, signal),
    ]);
    return { units, accounts, placements };
  });
  const { value } = loaded;
  // What is typed appears at once, and what it leaves when there is time.
  const key = useDeferredValue(filters.key);
  const roots = useMemo(() => {
    const search = new URLSearchParams(key);
    return value
      ? narrowOrganisation(value, name => search.get(name) || undefined)
      : [];
  }, [value, key]);
  const isNarrowed = useMemo(() => {
    const search = new URLSearchParams(key);
    return ['account', ...ORGANISATION_FILTERS].some(name => search.get(name));
  }, [key]);
  return (
    <TabContent>
      <PlacementFilters
        filters={filters}
        names={ORGANISATION_FILTERS}
        items={value?.placements ?? []}
      >
        <SearchField
          label={t('organisation.search')}
          placeholder={t('filter.partOfNameOrId')}
          value={filters.get('account') ?? ''}
          onChange={to => filters.set('account', to)}
          style={{ width: 220 }}
        />
      </PlacementFilters>
      <LoadedContent
        loaded={loaded}
        loading={t('organisation.loading')}
        failed={t('organisation.failed')}
      >
        {({ accounts }) => (
          <OrganisationContent
            // What was opened and closed is forgotten as something else is sought.
            key={key}
            roots={roots}
            isNarrowed={isNarrowed}
            isEmpty={accounts.length === 0}
          />
        )}
      </LoadedContent>
    </TabContent>
  );
}
