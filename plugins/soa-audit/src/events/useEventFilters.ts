import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What stands for no choice. */
export const ANY = 'any';

const HOUR = 3_600_000;

/** Stretches of time that end now. */
export const PERIODS = [
  { value: '1h', label: 'Last hour', milliseconds: HOUR },
  { value: '24h', label: 'Last 24 hours', milliseconds: 24 * HOUR },
  { value: '7d', label: 'Last 7 days', milliseconds: 7 * 24 * HOUR },
  { value: '14d', label: 'Last 14 days', milliseconds: 14 * 24 * HOUR },
  { value: '90d', label: 'Last 90 days', milliseconds: 90 * 24 * HOUR },
];

/** What is chosen in the filters. */
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
  actorKind: ANY,
  account: ANY,
  region: ANY,
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
    return {
      period: PERIODS.some(({ value }) => value === text('period'))
        ? text('period')
        : STANDARD.period,
      actorKind: text('actorKind'),
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

/** The filters as the API takes them. */
export function toQuery(values: EventFilterValues, now: number) {
  const chosen = (value: string) => (value === ANY ? undefined : value);
  const period = PERIODS.find(({ value }) => value === values.period)!;
  return {
    from: new Date(now - period.milliseconds).toISOString(),
    actorKind: chosen(values.actorKind),
    account: chosen(values.account),
    region: chosen(values.region),
    readOnly: values.writes ? false : undefined,
    failed: values.failed ? true : undefined,
    outOfBand: values.outOfBand ? true : undefined,
  };
}
