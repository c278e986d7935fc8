import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

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
      /** Whether the e-mail address of an account is kept. Defaults to false. */
      includeEmail?: boolean;
    };
  };
}
