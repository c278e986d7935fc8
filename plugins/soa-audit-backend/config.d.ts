import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  soa?: {
    audit?: {
      lookup?: {
        /** Defaults to true. Switch it off where another source delivers everything. */
        enabled?: boolean;
        /** How often CloudTrail is asked; every 5 minutes by default. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** How far back the first read reaches, in days. Defaults to 14; CloudTrail keeps 90. */
        firstReadDays?: number;
        /** How much is read again for records that came late, in minutes. Defaults to 30. */
        overlapMinutes?: number;
      };
      pipeline?: {
        /** Hosts whose web identities are HCP Terraform's. Defaults to app.terraform.io */
        issuers?: string[];
        /** ARNs of roles that only a CI/CD system can take on. */
        roles?: string[];
      };
      outOfBand?: {
        /** From 0 to 1. Defaults to 0.5 */
        minimumConfidence?: number;
      };
      /** How long events are kept, in days. Defaults to 90. */
      retentionDays?: number;
    };
  };
}
