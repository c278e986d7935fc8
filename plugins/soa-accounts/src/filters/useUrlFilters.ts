import { useEffect, useRef } from 'react';
import {
  NavigationType,
  useNavigationType,
  useSearchParams,
} from 'react-router-dom';
import { SHARED_FILTERS } from './sharedFilters';

/** Filters as they are in the URL. */
export interface UrlFilters {
  /** All of them, as text: what depends on them depends on it. */
  key: string;
  get: (name: string) => string | undefined;
  /** Nothing, or an empty text, takes the filter away. */
  set: (name: string, to: string | undefined) => void;
}

// What the tab was narrowed by that was shown last. The links of tabs are the
// framework's own, and know nothing of it.
let left: {
  filters: readonly [string, string][];
  /** Where in the browser's history; not known to routers of tests. */
  at?: number;
} = { filters: [] };

/**
 * Filters, kept in the URL so that they can be shared. Who comes from another tab
 * brings what it was narrowed by; who opens a URL gets what it says.
 */
export function useUrlFilters(): UrlFilters {
  const [search, setSearch] = useSearchParams();
  const cameByLink = useNavigationType() === NavigationType.Push;
  const brought = useRef(
    cameByLink && isNext() && sharedIn(search).length === 0 ? left.filters : [],
  );
  useEffect(() => {
    if (brought.current.length > 0) {
      setSearch(
        before => new URLSearchParams([...before, ...brought.current]),
        { replace: true },
      );
    }
    // Once, as the tab is opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    left = { filters: sharedIn(search), at: placeInHistory() };
  }, [search]);
  return {
    key: search.toString(),
    get: name => search.get(name) || undefined,
    set: (name, to) =>
      setSearch(
        before => {
          const next = new URLSearchParams(before);
          if (to) {
            next.set(name, to);
          } else {
            next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
  };
}

/** Whether the tab that was left is the page before this one. */
function isNext(): boolean {
  const here = placeInHistory();
  return here === undefined || left.at === undefined || here === left.at + 1;
}

/** As the router counts. */
function placeInHistory(): number | undefined {
  const index: unknown = window.history.state?.idx;
  return typeof index === 'number' ? index : undefined;
}

function sharedIn(search: URLSearchParams): [string, string][] {
  return SHARED_FILTERS.flatMap(name => {
    const value = search.get(name);
    return value ? [[name, value] satisfies [string, string]] : [];
  });
}
