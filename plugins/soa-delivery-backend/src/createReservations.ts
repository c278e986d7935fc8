import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  AwsClients,
  SoaAccountsClient,
} from '@backstage-soa/plugin-soa-node';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import {
  lockRoutes,
  LockService,
  LockStore,
  readLockSettings,
  tellExpired,
} from './locks';
import {
  createRangeSources,
  GivenBackRanges,
  networkRangeRoutes,
  NetworkRangeService,
  OwnedRanges,
  RangeStore,
  readNetworkPools,
  VpcReader,
  VpcSeeder,
  VpcStore,
} from './network-ranges';
import {
  EndedOwners,
  MissingOwners,
  ReservationPolicy,
  StoredRolloutEnds,
} from './reservations';

const EVERY_MINUTE = {
  frequency: { minutes: 1 },
  timeout: { minutes: 5 },
};
const EVERY_HOUR = {
  frequency: { hours: 1 },
  timeout: { minutes: 30 },
  initialDelay: { minutes: 1 },
};

/**
 * Locks and network ranges: has what is over freed by scheduled tasks.
 *
 * @param knex - of a database that was migrated
 * @returns their HTTP API, below `/v1`, and what frees all that a component has that
 *   was destroyed
 */
export async function createReservations(
  knex: Knex,
  deps: {
    accounts: SoaAccountsClient;
    auditor: AuditorService;
    auth: AuthService;
    aws: AwsClients;
    catalog: CatalogService;
    config: RootConfigService;
    logger: LoggerService;
    permissions: PermissionsService;
    scheduler: SchedulerService;
  },
): Promise<{
  routes: (
    callerOf: (request: Request) => Promise<BackstageCredentials>,
  ) => Router;
  freeOfComponent: (
    componentRef: string,
    destroyedAt: string,
    signal?: AbortSignal,
  ) => Promise<void>;
}> {
  const { config, scheduler } = deps;
  const lockSettings = readLockSettings(config);
  const pools = readNetworkPools(config);
  const locks = new LockStore(knex, lockSettings);
  const ranges = new RangeStore(knex);
  const vpcs = new VpcStore(knex);
  const reader = new VpcReader({ ...deps, store: vpcs });
  const sources = createRangeSources(pools, {
    ...deps,
    store: ranges,
    vpcs,
    reader,
  });
  const rollouts = new StoredRolloutEnds(knex);
  const missing = new MissingOwners(deps);
  const policy = new ReservationPolicy({ ...deps, rollouts });
  const lockService = new LockService({ ...deps, store: locks, policy });
  const ends = { ...deps, rollouts, missing };
  const lockEnds = new EndedOwners({ ...ends, reservations: locks });
  const rangeEnds = new EndedOwners({
    ...ends,
    reservations: new OwnedRanges(ranges),
  });
  const givenBack = new GivenBackRanges({ ...deps, store: ranges, sources });

  await scheduler.scheduleTask({
    ...EVERY_MINUTE,
    id: 'soa-delivery-reservations',
    scope: 'global',
    fn: async signal => {
      await tellExpired(await locks.expire(), { ...deps, store: locks });
      await lockEnds.freeOfEndedRollouts(signal);
      await rangeEnds.freeOfEndedRollouts(signal);
      await givenBack.run(signal);
    },
  });
  await scheduler.scheduleTask({
    ...EVERY_HOUR,
    id: 'soa-delivery-missing-owners',
    scope: 'global',
    fn: async signal => {
      await lockEnds.freeOfMissing(signal);
      await rangeEnds.freeOfMissing(signal);
    },
  });
  if (pools.some(({ source }) => source.kind === 'table')) {
    const scheduleKey = 'soa.delivery.network.schedule';
    const seeder = new VpcSeeder({ ...deps, store: vpcs, reader });
    await scheduler.scheduleTask({
      ...(config.has(scheduleKey)
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            config.getConfig(scheduleKey),
          )
        : EVERY_HOUR),
      id: 'soa-delivery-vpcs',
      scope: 'global',
      fn: signal => seeder.run(signal),
    });
  }
  const rangeService = new NetworkRangeService({
    store: ranges,
    vpcs,
    sources,
    policy,
  });
  const routes = (
    callerOf: (request: Request) => Promise<BackstageCredentials>,
  ) => {
    const router = PromiseRouter();
    router.use(
      '/locks',
      lockRoutes({
        ...deps,
        service: lockService,
        settings: lockSettings,
        callerOf,
      }),
    );
    router.use(
      '/network-ranges',
      networkRangeRoutes({ ...deps, service: rangeService, callerOf }),
    );
    return router;
  };
  return {
    routes,
    freeOfComponent: async (componentRef, destroyedAt, signal) => {
      await lockEnds.freeOfComponent(componentRef, destroyedAt, signal);
      await rangeEnds.freeOfComponent(componentRef, destroyedAt, signal);
      await givenBack.run(signal);
    },
  };
}
