import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  soa?: {
    /** The roles that workspaces deploy with. */
    access?: {
      /**
       * Whether the portal has them made, by the access workspaces of the
       * accounts. Defaults to true; false where somebody else makes them.
       */
      enabled?: boolean;
      /**
       * The component whose workspaces are the access workspaces, one in each
       * account. Defaults to component:default/account-baseline
       */
      component?: string;
      /** The ids of accounts in which somebody else makes the roles. */
      exceptAccounts?: string[];
      /**
       * How long a rollout waits once its roles are made, until AWS knows them
       * everywhere. Defaults to 10 seconds.
       */
      settle?: HumanDuration | string;
    };
    delivery?: {
      /**
       * How often rollouts are taken a step further; every 10 seconds by default,
       * with a timeout of 3 minutes. No step takes longer than half of that; what
       * a crash cut off is taken up by others once the whole of it is up.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** How many placements of a rollout are under way at once. Defaults to 10. */
      maxConcurrent?: number;
    };
  };
}
