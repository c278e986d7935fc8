import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  soaAccountCreatePermission,
  soaWorkspaceApplyPermission,
  soaWorkspaceDestroyPermission,
  soaWorkspacePlanPermission,
} from '@backstage-soa/plugin-soa-common';
import {
  awsClientsServiceRef,
  Debouncer,
  HCP_TERRAFORM_TOPIC,
  hcpTerraformServiceRef,
  INVENTORY_TOPIC,
  ORGANIZATIONS_TOPIC,
  readAllowedRegions,
  readEnvironments,
  readPlatformOwners,
  triggerSoon,
} from '@backstage-soa/plugin-soa-node';
import { ReadableEntities, ReadableWorkspaces } from './access';
import { registerActions } from './actions';
import { GuardRailReader } from './guard-rails';
import {
  InventoryRefresh,
  longestAge,
  OrganizationRefresh,
  organizationSource,
  readInventorySettings,
  readSchedule,
  workspaceSource,
} from './inventory';
import { NoticeReader, OrganizationNoticeReader } from './notices';
import { PlacementReader } from './placements';
import { PlatformReader } from './platform';
import { PlacementResolver } from './resolution';
import { RunAccess, RunCommands, RunFinder, RunLists } from './runs';
import { createRouter } from './service';
import { SnapshotReader } from './snapshot';
import { InventoryStore } from './store';

// A whole read writes part by part: these are told of together.
const CHANGES = { delay: 1_000, rest: 5_000 };
// Who changes one thing of an organisation often changes another.
const GATHER_MS = 5_000;

const refreshTask = (source: string) => `soa-accounts-refresh:${source}`;

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
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        awsClients: awsClientsServiceRef,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        hcpTerraform: hcpTerraformServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { config, hcpTerraform } = deps;
        const settings = readInventorySettings(config);
        const schedule = readSchedule(config);
        const configured = readEnvironments(config);
        const environments = configured.map(({ name }) => name);
        const organizations = hcpTerraform.organizations();
        const changes = new Debouncer(
          source =>
            deps.events.publish({
              topic: INVENTORY_TOPIC,
              eventPayload: { source },
            }),
          {
            ...CHANGES,
            onError: (source, error) =>
              deps.logger.warn(
                `nobody was told that ${source} has changed: ${error}`,
              ),
          },
        );
        const store = await InventoryStore.create(deps.database, source =>
          changes.request(source),
        );
        const inventory = new SnapshotReader(store);
        const readable = new ReadableEntities(deps);
        const workspaces = new ReadableWorkspaces({ store, readable });
        const lists = new RunLists({ hcpTerraform });
        const access = new RunAccess({ ...deps, environments });
        const placements = new PlacementReader({
          ...deps,
          readable,
          inventory,
          environments,
          organizations,
          longestAge: longestAge(schedule),
        });
        const resolver = new PlacementResolver({
          ...deps,
          readable,
          inventory,
          managementAccounts: settings.managementAccounts,
          environments,
          regions: readAllowedRegions(config),
          terraformOrganization: organizations[0],
          platformOwners: readPlatformOwners(config),
          platforms: new PlatformReader({
            aws: deps.awsClients,
            logger: deps.logger,
          }),
        });
        deps.permissionsRegistry.addPermissions([
          soaAccountCreatePermission,
          soaWorkspacePlanPermission,
          soaWorkspaceApplyPermission,
          soaWorkspaceDestroyPermission,
        ]);
        deps.httpRouter.use(
          createRouter({
            ...deps,
            store,
            inventory,
            readable,
            workspaces,
            placements,
            resolver,
            guardRails: new GuardRailReader({
              aws: deps.awsClients,
              logger: deps.logger,
            }),
            lists,
            access,
            finder: new RunFinder({ hcpTerraform, workspaces }),
            commands: new RunCommands({ hcpTerraform, access, lists }),
            safeEnvironments: configured
              .filter(({ production }) => !production)
              .map(({ name }) => name),
            organizationSources:
              settings.managementAccounts.map(organizationSource),
            workspaceSources: organizations.map(workspaceSource),
          }),
        );
        registerActions({ ...deps, inventory, readable, placements, resolver });
        const reads = triggerSoon({ ...deps, delay: GATHER_MS });
        let isStopping = false;
        // Before the scheduler ends what runs: it stops with the root's hooks.
        deps.lifecycle.addShutdownHook(() => {
          isStopping = true;
          changes.stop();
          reads.stop();
        });
        const refresh = new InventoryRefresh({
          ...deps,
          settings,
          store,
          isStopping: () => isStopping,
        });
        const notices = new NoticeReader({
          ...deps,
          store,
          isStopping: () => isStopping,
        });
        await deps.events.subscribe({
          id: 'workspaces',
          topics: [HCP_TERRAFORM_TOPIC],
          onEvent: ({ eventPayload }) => notices.take(eventPayload),
        });
        const organizationNotices = new OrganizationNoticeReader({
          ...settings,
          ...deps,
          store,
          organizations: new OrganizationRefresh({
            ...deps,
            settings,
            store,
            now: () => new Date(),
          }),
          requestAll: source => reads.request(refreshTask(source)),
          isStopping: () => isStopping,
        });
        await deps.events.subscribe({
          id: 'organizations',
          topics: [ORGANIZATIONS_TOPIC],
          onEvent: ({ eventPayload }) => organizationNotices.take(eventPayload),
        });
        // Each at its own pace: one that takes long holds up no other.
        for (const source of refresh.sources()) {
          await deps.scheduler.scheduleTask({
            ...schedule,
            id: refreshTask(source.id),
            scope: 'global',
            fn: signal => source.refresh(signal),
          });
        }
      },
    });
  },
});
