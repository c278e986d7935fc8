import {
  coreServices,
  createBackendPlugin,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  soaWorkspaceApplyPermission,
  soaWorkspacePlanPermission,
} from '@backstage-soa/plugin-soa-common';
import {
  awsClientsServiceRef,
  hcpTerraformServiceRef,
  readAllowedRegions,
  readEnvironments,
} from '@backstage-soa/plugin-soa-node';
import { ReadableEntities } from './access';
import {
  InventoryRefresh,
  readInventorySettings,
  workspaceSource,
} from './inventory';
import { PlacementReader } from './placements';
import { PlacementResolver } from './resolution';
import { createRouter } from './service';
import { InventoryStore } from './store';

const SCHEDULE = 'soa.accounts.schedule';
const DEFAULT_SCHEDULE = {
  frequency: { minutes: 10 },
  timeout: { minutes: 30 },
  initialDelay: { seconds: 1 },
};

/**
 * The inventory: what AWS Organizations and HCP Terraform know, joined with what
 * the catalog declares.
 *
 * @public
 */
export const soaAccountsPlugin = createBackendPlugin({
  pluginId: 'soa-accounts',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        awsClients: awsClientsServiceRef,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        hcpTerraform: hcpTerraformServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auth, catalog, config, hcpTerraform, userInfo } = deps;
        const settings = readInventorySettings(config);
        const environments = readEnvironments(config).map(({ name }) => name);
        const regions = readAllowedRegions(config);
        const terraformOrganizations = hcpTerraform.organizations();
        const store = await InventoryStore.create(deps.database);
        const readable = new ReadableEntities({ auth, catalog });
        const placements = new PlacementReader({
          catalog,
          readable,
          store,
          workspaceSources: terraformOrganizations.map(workspaceSource),
        });
        const resolver = new PlacementResolver({
          auth,
          catalog,
          userInfo,
          readable,
          store,
          environments,
          regions,
          terraformOrganization: terraformOrganizations[0],
        });
        deps.permissionsRegistry.addPermissions([
          soaWorkspacePlanPermission,
          soaWorkspaceApplyPermission,
        ]);
        deps.httpRouter.use(
          createRouter({ ...deps, store, readable, placements, resolver }),
        );
        const refresh = new InventoryRefresh({ ...deps, settings, store });
        await deps.scheduler.scheduleTask({
          ...(config.has(SCHEDULE)
            ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
                config.getConfig(SCHEDULE),
              )
            : DEFAULT_SCHEDULE),
          id: 'soa-accounts-refresh',
          scope: 'global',
          fn: signal => refresh.run(signal),
        });
      },
    });
  },
});
