import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type {
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

const SCHEDULE = 'soa.accounts.schedule';
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 30 },
  initialDelay: { seconds: 1 },
};
const MILLISECONDS = {
  milliseconds: 1,
  seconds: 1_000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 604_800_000,
  months: 2_592_000_000,
  years: 31_536_000_000,
};

/** How often each source is read. */
export function readSchedule(
  config: RootConfigService,
): SchedulerServiceTaskScheduleDefinition {
  return config.has(SCHEDULE)
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig(SCHEDULE),
      )
    : DEFAULT_SCHEDULE;
}

/**
 * After how many milliseconds without a whole read what is known of a source is
 * not to be relied on: three reads have not come to their end. Where nobody can
 * tell when the next one is due, two days.
 */
export function longestAge({
  frequency,
  timeout,
}: SchedulerServiceTaskScheduleDefinition): number {
  return 'cron' in frequency || 'trigger' in frequency
    ? 2 * MILLISECONDS.days
    : 3 * inMilliseconds(frequency) + inMilliseconds(timeout);
}

function inMilliseconds(duration: object): number {
  return Object.entries(MILLISECONDS).reduce(
    (sum, [unit, milliseconds]) =>
      sum + Number(Reflect.get(duration, unit) ?? 0) * milliseconds,
    0,
  );
}
