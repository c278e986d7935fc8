import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { soaAccountsServiceRef } from '@backstage-soa/plugin-soa-node';
import { PlacementCollatorFactory } from './collator';

const SCHEDULE = 'search.collators.soa.schedule';
const DEFAULT_SCHEDULE = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  // Lets the inventory read something first.
  initialDelay: { seconds: 30 },
};

/**
 * Indexes placements as documents of type `soa-placement`.
 *
 * @public
 */
export const searchModuleSoa = createBackendModule({
  pluginId: 'search',
  moduleId: 'soa',
  register(reg) {
    reg.registerInit({
      deps: {
        accounts: soaAccountsServiceRef,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ accounts, auth, config, indexRegistry, scheduler }) {
        const schedule = config.has(SCHEDULE)
          ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
              config.getConfig(SCHEDULE),
            )
          : DEFAULT_SCHEDULE;
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(schedule),
          factory: new PlacementCollatorFactory({ accounts, auth }),
        });
      },
    });
  },
});
