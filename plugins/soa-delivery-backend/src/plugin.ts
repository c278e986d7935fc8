import {
  coreServices,
  createBackendPlugin,
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
  soaAccountsServiceRef,
} from '@backstage-soa/plugin-soa-node';
import { durationToMilliseconds } from '@backstage/types';
import type { HumanDuration } from '@backstage/types';
import { readAccessSettings } from './access';
import { laterIn, RolloutAdvancer, StepDeadlines } from './advance';
import { Aftermath } from './aftermath';
import { AllowedHosts } from './checks';
import { AccountTurns, LockStore, readLockSettings } from './locks';
import { RolloutNotifier } from './notify';
import { readPlanSettings } from './plan';
import { createRouter } from './service/createRouter';
import { RolloutAccess } from './service/RolloutAccess';
import { RolloutPlanner } from './service/RolloutPlanner';
import { createSandboxEnvironments } from './sandbox-environments';
import { readDestroySettings } from './stateful';
import { createDeployAccess } from './createDeployAccess';
import { createReservations } from './createReservations';
import { listenToEvents } from './listenToEvents';
import { readSchedule } from './readSchedule';
import { RolloutStore } from './store';

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
        const schedule = readSchedule(config);
        const deadlines = new StepDeadlines(
          // The configuration's are all read as this kind of duration.
          durationToMilliseconds(schedule.timeout as HumanDuration),
        );
        const access = createDeployAccess(knex, {
          ...deps,
          settings,
          deadlines,
        });
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
          readHolds: access.readHolds,
          sourceReader: new ConfigurationSourceReader({
            reader: deps.urlReader,
            input: 'source.url',
          }),
        });
        const aftermath = new Aftermath({
          ...deps,
          store,
          deployAccess: access.service,
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
        await listenToEvents({
          ...deps,
          store,
          wakes: [
            (run, signal) => advancer.wake(run, signal),
            (run, signal) => access.advancer.wake(run, signal),
          ],
          wake,
          signal: stopping.signal,
        });
        await access.schedule(schedule);
        deps.httpRouter.use(
          createRouter({
            ...deps,
            store,
            turns,
            access: new RolloutAccess(deps),
            planner,
            wake,
            accessPolicy: access.policy,
            reservations: reservations.routes,
            sandboxes: sandboxes.routes,
            deployAccess: access.service,
          }),
        );
      },
    });
  },
});
