import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  soa?: {
    delivery?: {
      /**
       * How often rollouts are taken a step further; every 10 seconds by default,
       * with a timeout of 3 minutes. No step takes longer than half of that.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** How many placements of a rollout are under way at once. Defaults to 10. */
      maxConcurrent?: number;
    };
  };
}
