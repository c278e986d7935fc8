import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  LoggerService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { readEnvironments } from '@backstage-soa/plugin-soa-node';
import type { Request, Router } from 'express';
import type { Knex } from 'knex';
import type { RolloutPlanner } from '../service/RolloutPlanner';
import type { RolloutStore } from '../store';
import { SandboxChanges } from './SandboxChanges';
import { SandboxCommands } from './SandboxCommands';
import { SandboxDestroyer } from './SandboxDestroyer';
import { SandboxEnvironmentKeeper } from './SandboxEnvironmentKeeper';
import { SandboxNotifier } from './SandboxNotifier';
import { SandboxPolicy } from './SandboxPolicy';
import { sandboxRoutes } from './sandboxRoutes';
import { SandboxService } from './SandboxService';
import { readSandboxSettings } from './settings';
import { SandboxStore } from './store';

/**
 * Sandbox environments.
 *
 * @param knex - of a database that was migrated
 * @returns their HTTP API, and who sees to them from time to time
 */
export function createSandboxEnvironments(
  knex: Knex,
  deps: {
    auditor: AuditorService;
    auth: AuthService;
    catalog: CatalogService;
    config: RootConfigService;
    logger: LoggerService;
    notifications: NotificationService;
    permissions: PermissionsService;
    planner: RolloutPlanner;
    rollouts: RolloutStore;
    wake: (rolloutId: string) => void;
  },
): {
  routes: (
    callerOf: (request: Request) => Promise<BackstageCredentials>,
  ) => Router;
  keeper: SandboxEnvironmentKeeper;
} {
  const settings = readSandboxSettings(deps.config);
  const store = new SandboxStore(knex);
  const destroyer = new SandboxDestroyer({ ...deps, store });
  const policy = new SandboxPolicy(deps);
  const changes = new SandboxChanges({ store, policy, settings });
  const service = new SandboxService({
    store,
    settings,
    policy,
    changes,
    environments: readEnvironments(deps.config),
  });
  const commands = new SandboxCommands({
    store,
    settings,
    policy,
    changes,
    destroy: (record, deletedBy) => destroyer.begin(record, deletedBy),
  });
  return {
    routes: callerOf => sandboxRoutes({ ...deps, service, commands, callerOf }),
    keeper: new SandboxEnvironmentKeeper({
      ...deps,
      store,
      settings,
      destroyer,
      notifier: new SandboxNotifier({ ...deps, now: () => new Date() }),
    }),
  };
}
