import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type {
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

// A backend that is killed in the middle keeps the others from going on until its
// time is up, and from what it was about to write a little longer: both follow from
// the timeout.
const DEFAULT_SCHEDULE = {
  frequency: { seconds: 10 },
  timeout: { minutes: 3 },
};

const KEY = 'soa.delivery.schedule';

/** When rollouts, and all that goes on with them, are taken further. */
export function readSchedule(
  config: RootConfigService,
): SchedulerServiceTaskScheduleDefinition {
  return config.has(KEY)
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig(KEY),
      )
    : DEFAULT_SCHEDULE;
}
