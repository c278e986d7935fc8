import { useState } from 'react';
import { useLoaded } from '@backstage-soa/plugin-soa-react';
import type { Page } from '@backstage-soa/plugin-soa-common';

/**
 * A page of a list that is narrowed: to narrow it otherwise leads back to its first
 * page.
 *
 * @param pollEvery - milliseconds
 */
export function useFilteredPage<T, F extends object>(
  what: string,
  list: (
    query: Partial<F> & { cursor?: string },
    signal: AbortSignal,
  ) => Promise<Page<T>>,
  pollEvery: number,
) {
  const [filters, setFilters] = useState<Partial<F>>({});
  const [cursor, setCursor] = useState<string>();
  const loaded = useLoaded(
    JSON.stringify([what, filters, cursor]),
    signal => list({ ...filters, cursor }, signal),
    pollEvery,
  );
  return {
    filters,
    isFiltered: Object.values(filters).some(value => value !== undefined),
    narrow: (change: Partial<F>) => {
      setCursor(undefined);
      setFilters({ ...filters, ...change });
    },
    cursor,
    setCursor,
    loaded,
  };
}
