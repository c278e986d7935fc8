import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ACTOR_KINDS } from '@backstage-soa/plugin-soa-common';
import { PERIODS } from './periods';

/** What is chosen in the filters; an empty text where nothing is. */
export interface EventFilterValues {
  period: string;
  actorKind: string;
  account: string;
  region: string;
  writes: boolean;
  failed: boolean;
  outOfBand: boolean;
}

const STANDARD: EventFilterValues = {
  period: '14d',
  actorKind: '',
  account: '',
  region: '',
  writes: true,
  failed: false,
  outOfBand: false,
};

/** The filters of the event list, kept in the URL so that they can be shared. */
export function useEventFilters() {
  const [search, setSearch] = useSearchParams();
  const values = useMemo((): EventFilterValues => {
    const text = (key: keyof EventFilterValues) =>
      search.get(key) ?? String(STANDARD[key]);
    const flag = (key: keyof EventFilterValues) => text(key) === 'true';
    const known = (key: keyof EventFilterValues, all: readonly string[]) =>
      all.includes(text(key)) ? text(key) : String(STANDARD[key]);
    return {
      period: known(
        'period',
        PERIODS.map(({ value }) => value),
      ),
      actorKind: known('actorKind', ACTOR_KINDS),
      account: text('account'),
      region: text('region'),
      writes: flag('writes'),
      failed: flag('failed'),
      outOfBand: flag('outOfBand'),
    };
  }, [search]);

  const change = useCallback(
    (changed: Partial<EventFilterValues>) =>
      setSearch(
        before => {
          const next = new URLSearchParams(before);
          for (const [key, value] of Object.entries(changed)) {
            if (value === STANDARD[key as keyof EventFilterValues]) {
              next.delete(key);
            } else {
              next.set(key, String(value));
            }
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return { values, change };
}
