import { PERIODS } from './periods';
import { ANY } from './useEventFilters';
import type { EventFilterValues } from './useEventFilters';

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
