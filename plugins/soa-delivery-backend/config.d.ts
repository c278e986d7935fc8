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
      /** Exclusive use of accounts and hosted zones. */
      locks?: {
        /**
         * How long a lock is held by whoever does not ask again, and does not say
         * how long. Defaults to 1 hour.
         */
        lease?: HumanDuration | string;
        /** The most that somebody may say. Defaults to 7 days. */
        maxLease?: HumanDuration | string;
        /**
         * How long a place in the queue is kept for whoever does not ask again.
         * Defaults to 10 minutes.
         */
        waiting?: HumanDuration | string;
      };
      /** Ranges of addresses that never overlap. */
      network?: {
        /**
         * How often the VPCs of all accounts and Regions are read, around which
         * ranges are given out; every hour by default, with a timeout of 30
         * minutes.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** What ranges are taken from: the first that is for a place, unless named. */
        pools?: Array<{
          name: string;
          /** Ranges such as 10.0.0.0/8, in which this portal keeps the books. */
          cidrs?: string[];
          /** Instead: a pool of AWS IPAM. */
          ipam?: {
            /** Such as ipam-pool-0123456789abcdef0. */
            poolId: string;
            /** The id of the account that owns the pool, or shares it. */
            account: string;
            /** The pool's locale. */
            region: string;
          };
          /** Where it is for; anywhere if absent. */
          regions?: string[];
          environments?: string[];
          accounts?: string[];
          defaultPrefixLength: number;
          /**
           * The prefix lengths that may be asked for, from 16 to 28; the default
           * only if absent.
           */
          prefixLengths?: number[];
        }>;
      };
    };
  };
}
