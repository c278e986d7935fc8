import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

/** What can be said of an account. */
interface AccountFacts {
  /** One of soa.environments. */
  environment?: string;
  /** What services can run on there. */
  runtimes?: string[];
  /** In which they can; none that soa.regions does not allow. */
  regions?: string[];
  /** The owning group. */
  owner?: string;
  businessUnit?: string;
  /** Whose services may run there; anyone's if nothing says it. */
  allowedOwners?: string[];
}

export interface Config {
  soa?: {
    aws?: {
      /** The organisations to read; one that cannot be holds up no other. */
      organizations?: Array<{
        /**
         * The management account, or one that the organisation has delegated
         * reading to.
         */
        accountId: string;
      }>;
    };
    accounts?: {
      /**
       * How often each organisation of AWS and of HCP Terraform is read, and how
       * long that may take; every 10 minutes and 30 by default. What has been
       * read by then is kept.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * A read in which more of the known accounts or workspaces are gone removes
       * nothing. A handful may always go, and all with 100. Defaults to 20.
       */
      rejectRemovalsAbovePercentage?: number;
      tags?: {
        /**
         * Tags of an account that are older are read again, changed or not: between
         * half of this and all of it, so that not all fall due at once. Defaults to
         * 24 hours. Changes that CloudTrail tells of are read with the next read.
         */
        maxAge?: HumanDuration | string;
      };
      /**
       * What accounts are, by their tags and places. What an account's own tags say
       * comes first; then, fact by fact, the first rule of the list that holds for it
       * and sets that; then `defaults`.
       */
      rules?: Array<{
        /** All of it has to hold, and there has to be something. */
        when: {
          /** An account has to have all of them. */
          tags?: Array<{
            key: string;
            /** The whole value, with `*` for any piece of it; any value if absent. */
            value?: string;
          }>;
          /**
           * The names of units from the root down, such as `Workloads/Prod`: holds for
           * that unit and all below it. `*` stands for any piece of a name.
           */
          organizationalUnit?: string;
        };
        set: AccountFacts;
      }>;
      /** What accounts are of which neither tags nor rules say it. */
      defaults?: AccountFacts;
      /** Whether the e-mail address of an account is kept. Defaults to false. */
      includeEmail?: boolean;
    };
  };
}
