import type {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  HcpTerraform,
  SoaAccountsClient,
} from '@backstage-soa/plugin-soa-node';
import type { Knex } from 'knex';
import {
  AbandonedAccess,
  AccessAdvancer,
  AccessHolds,
  AccessPolicy,
  AccessService,
  AccessStore,
  isManaged,
} from './access';
import type { AccessSettings } from './access';
import type { StepDeadlines } from './advance';

const ABANDONED_SCHEDULE = {
  frequency: { hours: 1 },
  timeout: { minutes: 15 },
  initialDelay: { minutes: 5 },
};

/**
 * The access that rollouts deploy with.
 *
 * @param knex - of a database that was migrated
 */
export function createDeployAccess(
  knex: Knex,
  deps: {
    accounts: SoaAccountsClient;
    auditor: AuditorService;
    auth: AuthService;
    catalog: CatalogService;
    deadlines: StepDeadlines;
    hcpTerraform: HcpTerraform;
    logger: LoggerService;
    permissions: PermissionsService;
    scheduler: SchedulerService;
    settings: AccessSettings;
  },
): {
  service: AccessService;
  policy: AccessPolicy;
  advancer: AccessAdvancer;
  readHolds: (at: Date) => Promise<AccessHolds>;
  /** Has what was asked for made, and what is abandoned seen to, where that is on. */
  schedule: (every: SchedulerServiceTaskScheduleDefinition) => Promise<void>;
} {
  const { scheduler, settings } = deps;
  const store = new AccessStore(knex);
  const options = {
    ...deps,
    store,
    isManaged: (account: string) => isManaged(settings, account),
  };
  const advancer = new AccessAdvancer({
    ...options,
    componentRef: settings.componentRef,
  });
  return {
    service: new AccessService(options),
    policy: new AccessPolicy(deps),
    advancer,
    readHolds: at => AccessHolds.read(store, settings, at),
    schedule: async every => {
      if (!settings.enabled) {
        return;
      }
      await scheduler.scheduleTask({
        ...every,
        id: 'soa-delivery-access',
        scope: 'global',
        fn: signal => advancer.run(signal),
      });
      const abandoned = new AbandonedAccess(options);
      await scheduler.scheduleTask({
        ...ABANDONED_SCHEDULE,
        id: 'soa-delivery-abandoned-access',
        scope: 'global',
        fn: signal => abandoned.run(signal),
      });
    },
  };
}
