import type { Delivery } from './CloudTrailLog';

const NINETY_DAYS = 90 * 86_400_000;

/**
 * The events that are worth keeping: CloudTrail shows none that is older than
 * 90 days.
 *
 * @param most - how many, the newest
 */
export function recentEvents(
  deliveries: readonly Delivery[],
  options: { now: number; most: number },
): Delivery[] {
  const oldest = options.now - NINETY_DAYS;
  const recent = deliveries.filter(
    ({ record }) => Date.parse(record.eventTime) >= oldest,
  );
  return recent.length <= options.most
    ? recent
    : recent
        .sort((one, other) =>
          one.record.eventTime.localeCompare(other.record.eventTime),
        )
        .slice(-options.most);
}
