import { useApi } from '@backstage/core-plugin-api';
import { useLoaded } from '@backstage-soa/plugin-soa-react';
import { soaAuditApiRef } from '../api';
import { toQuery } from './toQuery';
import type { EventFilterValues } from './useEventFilters';

/**
 * The accounts and Regions that an entity's events of a period are of: those of
 * its runs, roles and resources, wherever it is placed. None where they cannot
 * be loaded; the list of events says why.
 */
export function useFacets(entityRef: string, values: EventFilterValues) {
  const api = useApi(soaAuditApiRef);
  const { value, reload } = useLoaded(
    JSON.stringify([entityRef, values.period]),
    signal => {
      const { from } = toQuery(values, Date.now());
      return api.getFacets(entityRef, { from }, signal);
    },
  );
  return {
    accounts: Object.keys(value?.account ?? {}).sort(),
    regions: Object.keys(value?.region ?? {}).sort(),
    reload,
  };
}
