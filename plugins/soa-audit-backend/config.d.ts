import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  soa?: {
    audit?: {
      lookup?: {
        /** Defaults to true. Switch it off where another source delivers everything. */
        enabled?: boolean;
        /** How often CloudTrail is asked, runs are confirmed and events attributed anew; every 5 minutes by default. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** How far back the first read reaches, in days. Defaults to 14; CloudTrail keeps 90. */
        firstReadDays?: number;
        /** How much is read again for records that came late, in minutes. Defaults to 30. */
        overlapMinutes?: number;
      };
      pipeline?: {
        /**
         * Hosts of HCP Terraform or Terraform Enterprise; defaults to app.terraform.io. Only web
         * identities of the organizations in soa.hcpTerraform count. No issuer that others use as
         * well, such as that of GitHub Actions, belongs here: name the role under roles instead.
         */
        issuers?: string[];
        /** ARNs of roles and users that only a CI/CD system can act as. */
        roles?: string[];
      };
      attribution?: {
        /**
         * References of entities that keep no events but those that the inventory gives them now,
         * such as after an output that named what was not theirs.
         */
        reconsidered?: string[];
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
