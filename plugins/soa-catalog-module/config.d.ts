import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /**
       * Brings AWS accounts, organizational units and HCP Terraform workspaces
       * into the catalog. Nothing is brought in without this key.
       */
      soa?: {
        /** How often the inventory is read; every 10 minutes by default. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * The group that owns what says nothing of an owner. Defaults to
         * group:default/unknown
         */
        defaultOwner?: string;
      };
    };
  };
}
