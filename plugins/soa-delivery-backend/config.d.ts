import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

type CountOrPercent = number | string;

/** As in `spec.rollout` of components. */
interface StageSettings {
  waves?: Array<{
    name?: string;
    keys?: string[];
    account?: string;
    region?: string;
    runtime?: string;
    cell?: string;
    count?: CountOrPercent;
  }>;
  regionConcurrency?: 'sequential' | 'parallel';
  regionOrder?: string[];
  maxConcurrent?: CountOrPercent;
  failureTolerance?: CountOrPercent;
  /** ISO 8601, such as `PT30M`. */
  bake?: string;
  checks?: Array<{
    type: 'health' | 'cloudwatch-alarm' | 'webhook';
    url?: string;
    output?: string;
    path?: string;
    expectStatus?: number;
    alarm?: string;
    account?: string;
    region?: string;
    name?: string;
  }>;
  approval?: { group: string; notInitiator?: boolean };
  onFailure?: 'stop' | 'roll-back' | 'destroy-if-new';
}

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
      /**
       * How many placements of a rollout are planned beforehand at once, and of a
       * stage that says nothing else under way at once. Defaults to 10.
       */
      maxConcurrent?: number;
      /** How rollouts go through the placements of environments, by their names. */
      environments?: {
        [environment: string]: {
          /** What holds unless a plan says otherwise. */
          defaults?: StageSettings;
          /** What holds whatever a plan says: it may be stricter, and not less strict. */
          required?: StageSettings;
        };
      };
      /** Resources that hold data, and are destroyed in production. */
      statefulDestroys?: {
        /**
         * The entity references of the groups whose members approve that. Defaults to
         * soa.platform.owners.
         */
        groups?: string[];
        /** Types of resources that hold data, beside those that are known. */
        types?: string[];
      };
      checks?: {
        /**
         * The hosts that checks of the type `health` may ask. None if absent: their
         * URLs come from files and outputs that service owners write.
         */
        allow?: Array<{
          /** Such as `orders.example.com`, `localhost:8080` or `*.example.com`. */
          host: string;
        }>;
        /** The integration tests that tell rollouts their results. */
        webhooks?: Array<{
          /** As checks of the type `webhook` name it. */
          name: string;
          /**
           * At least 32 random characters, with which the test signs what it tells.
           * @visibility secret
           */
          key: string;
        }>;
      };
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
      /** Components in sandboxes that are destroyed once their time is up. */
      sandboxEnvironments?: {
        /** How long they are there, unless the request says. Defaults to 7 days. */
        timeToLive?: HumanDuration | string;
        /**
         * The most that they may be asked for or extended to, counted from then.
         * Defaults to 30 days.
         */
        longest?: HumanDuration | string;
        /**
         * How long before the end the owner and whoever asked are reminded. Defaults
         * to 1 day and 1 hour.
         */
        reminders?: Array<HumanDuration | string>;
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
