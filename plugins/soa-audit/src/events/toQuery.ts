import { PERIODS } from './periods';
import type { EventFilterValues } from './useEventFilters';

/** The filters as the API takes them. */
export function toQuery(values: EventFilterValues, now: number) {
  const period = PERIODS.find(({ value }) => value === values.period)!;
  return {
    from: new Date(now - period.milliseconds).toISOString(),
    actorKind: values.actorKind || undefined,
    account: values.account || undefined,
    region: values.region || undefined,
    readOnly: values.writes ? false : undefined,
    failed: values.failed ? true : undefined,
    outOfBand: values.outOfBand ? true : undefined,
  };
}
