import {
  coreServices,
  createBackendPlugin,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  soaAccessReleasePermission,
  soaLockReleasePermission,
  soaNetworkReleasePermission,
} from '@backstage-soa/plugin-soa-common';
import {
  awsClientsServiceRef,
  ConfigurationSourceReader,
  hcpTerraformServiceRef,
  HCP_TERRAFORM_TOPIC,
  ROLLOUT_CHECK_TOPIC,
  soaAccountsServiceRef,
} from '@backstage-soa/plugin-soa-node';
import { durationToMilliseconds } from '@backstage/types';
import type { HumanDuration } from '@backstage/types';
import {
  AbandonedAccess,
  AccessAdvancer,
  AccessHolds,
  AccessPolicy,
  AccessService,
  AccessStore,
  isManaged,
  readAccessSettings,
} from './access';
import { laterIn, RolloutAdvancer, StepDeadlines } from './advance';
import { Aftermath } from './aftermath';
import { AllowedHosts, TestResults } from './checks';
import { AccountTurns, LockStore, readLockSettings } from './locks';
import { RunWaker } from './notices';
import { RolloutNotifier } from './notify';
import { readPlanSettings } from './plan';
import { createRouter } from './service/createRouter';
import { RolloutAccess } from './service/RolloutAccess';
import { RolloutPlanner } from './service/RolloutPlanner';
import { createSandboxEnvironments } from './sandbox-environments';
import { readDestroySettings } from './stateful';
import { createReservations } from './createReservations';
import { RolloutStore } from './store';

// A backend that is killed in the middle keeps the others from going on until its
// time is up, and from what it was about to write a little longer: both follow from
// the timeout.
const DEFAULT_SCHEDULE = {
  frequency: { seconds: 10 },
  timeout: { minutes: 3 },
};

const ABANDONED_SCHEDULE = {
  frequency: { hours: 1 },
  timeout: { minutes: 15 },
  initialDelay: { minutes: 5 },
};

/**
 * Rollouts, and the access that they deploy with: kept in the database, taken
 * step by step by scheduled tasks that any replica can run.
 *
 * @public
 */
export const soaDeliveryPlugin = createBackendPlugin({
  pluginId: 'soa-delivery',
  register(env) {
    env.registerInit({
      deps: {
        accounts: soaAccountsServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        aws: awsClientsServiceRef,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        hcpTerraform: hcpTerraformServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { config } = deps;
        const planSettings = readPlanSettings(config);
        const allowedHosts = AllowedHosts.fromConfig(config);
        deps.permissionsRegistry.addPermissions([
          soaAccessReleasePermission,
          soaLockReleasePermission,
          soaNetworkReleasePermission,
        ]);
        const settings = readAccessSettings(config);
        const store = await RolloutStore.create(deps.database);
        const knex = await deps.database.getClient();
        const reservations = await createReservations(knex, deps);
        const accessStore = new AccessStore(knex);
        const scheduleKey = 'soa.delivery.schedule';
        const schedule = config.has(scheduleKey)
          ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
              config.getConfig(scheduleKey),
            )
          : DEFAULT_SCHEDULE;
        const deadlines = new StepDeadlines(
          // The configuration's are all read as this kind of duration.
          durationToMilliseconds(schedule.timeout as HumanDuration),
        );
        const lockSettings = readLockSettings(config);
        const turns = new AccountTurns({
          ...deps,
          store: new LockStore(knex, lockSettings),
          leaseSeconds: lockSettings.maxLeaseSeconds,
        });
        const stopping = new AbortController();
        deps.lifecycle.addShutdownHook(() => stopping.abort());
        const advancer = new RolloutAdvancer({
          ...deps,
          store,
          turns,
          plansAtOnce: planSettings.maxConcurrent,
          ...readDestroySettings(config),
          checks: { ...deps, allowedHosts, fetch },
          deadlines,
          later: laterIn(stopping.signal, deps.logger),
          readHolds: at => AccessHolds.read(accessStore, settings, at),
          sourceReader: new ConfigurationSourceReader({
            reader: deps.urlReader,
            input: 'source.url',
          }),
        });
        const deployAccess = new AccessService({
          ...deps,
          store: accessStore,
          settings,
        });
        const aftermath = new Aftermath({
          ...deps,
          store,
          deployAccess,
          reservations,
        });
        const notifier = new RolloutNotifier({ ...deps, store });
        await deps.scheduler.scheduleTask({
          ...schedule,
          id: 'soa-delivery-advance',
          scope: 'global',
          fn: async signal => {
            await advancer.run(signal);
            await aftermath.run(signal);
            await notifier.run(signal);
          },
        });
        const accessAdvancer = new AccessAdvancer({
          ...deps,
          store: accessStore,
          componentRef: settings.componentRef,
          isManaged: account => isManaged(settings, account),
          deadlines,
        });
        const wake = (id: string) => {
          advancer.wakeRollout(id, stopping.signal);
        };
        const planner = new RolloutPlanner({
          settings: planSettings,
          allowedHosts,
        });
        const sandboxes = createSandboxEnvironments(knex, {
          ...deps,
          rollouts: store,
          planner,
          wake,
        });
        await deps.scheduler.scheduleTask({
          ...schedule,
          id: 'soa-delivery-sandbox-environments',
          scope: 'global',
          fn: signal => sandboxes.keeper.run(signal),
        });
        const waker = new RunWaker({
          ...deps,
          organizations: () => deps.hcpTerraform.organizations(),
          wakes: [
            (run, signal) => advancer.wake(run, signal),
            (run, signal) => accessAdvancer.wake(run, signal),
          ],
          signal: stopping.signal,
        });
        await deps.events.subscribe({
          id: 'runs',
          topics: [HCP_TERRAFORM_TOPIC],
          // HCP Terraform, which may be waiting for an answer, waits for no run.
          onEvent: async ({ eventPayload }) => {
            waker.take(eventPayload);
          },
        });
        const tests = new TestResults({ ...deps, store });
        await deps.events.subscribe({
          id: 'tests',
          topics: [ROLLOUT_CHECK_TOPIC],
          onEvent: async ({ eventPayload }) => {
            const id = await tests.take(eventPayload);
            if (id) {
              advancer.wakeRollout(id, stopping.signal);
            }
          },
        });
        if (settings.enabled) {
          await deps.scheduler.scheduleTask({
            ...schedule,
            id: 'soa-delivery-access',
            scope: 'global',
            fn: signal => accessAdvancer.run(signal),
          });
          const abandoned = new AbandonedAccess({
            ...deps,
            store: accessStore,
            isManaged: account => isManaged(settings, account),
          });
          await deps.scheduler.scheduleTask({
            ...ABANDONED_SCHEDULE,
            id: 'soa-delivery-abandoned-access',
            scope: 'global',
            fn: signal => abandoned.run(signal),
          });
        }
        deps.httpRouter.use(
          createRouter({
            ...deps,
            store,
            turns,
            access: new RolloutAccess(deps),
            planner,
            wake,
            accessPolicy: new AccessPolicy(deps),
            reservations: reservations.routes,
            sandboxes: sandboxes.routes,
            deployAccess,
          }),
        );
      },
    });
  },
});
