import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { soaAccountsServiceRef } from '@backstage-soa/plugin-soa-node';
import { AccountCollatorFactory, PlacementCollatorFactory } from './collator';

const SCHEDULE = 'search.collators.soa.schedule';
const DEFAULT_SCHEDULE = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  // Lets the inventory read something first.
  initialDelay: { seconds: 30 },
};

/**
 * Indexes placements as documents of type `soa-placement`, and accounts as those of
 * type `soa-account`.
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
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { config, indexRegistry, scheduler } = deps;
        const schedule = config.has(SCHEDULE)
          ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
              config.getConfig(SCHEDULE),
            )
          : DEFAULT_SCHEDULE;
        for (const factory of [
          new PlacementCollatorFactory(deps),
          new AccountCollatorFactory(deps),
        ]) {
          indexRegistry.addCollator({
            schedule: scheduler.createScheduledTaskRunner(schedule),
            factory,
          });
        }
      },
    });
  },
});
