import { useState } from 'react';

/** A page of a list that is known whole. */
export interface Paging<T> {
  shown: readonly T[];
  /** How many items come before the page. */
  offset: number;
  size: number;
  all: number;
  goTo: (offset: number) => void;
}

/**
 * Shows a long list page by page; it starts anew when the list's key changes.
 *
 * @param key - what the list depends on, such as filters
 */
export function usePaging<T>(
  items: readonly T[],
  size: number,
  key = '',
): Paging<T> {
  const [place, setPlace] = useState({ key, offset: 0 });
  const wanted = place.key === key ? place.offset : 0;
  const offset = wanted < items.length ? wanted : 0;
  return {
    shown: items.slice(offset, offset + size),
    offset,
    size,
    all: items.length,
    goTo: to => setPlace({ key, offset: Math.max(to, 0) }),
  };
}
