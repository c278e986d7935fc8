import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  readEnvironments,
  soaAccountsServiceRef,
} from '@backstage-soa/plugin-soa-node';
import { OrganizationalUnitProcessor, PlacementProcessor } from './processors';
import {
  InventoryEntityProvider,
  organizationEntities,
  readProviderSettings,
  refreshOnChange,
  sayOnce,
  workspaceEntities,
} from './providers';

/**
 * Reads the inventory into the catalog and relates components to the accounts
 * that they run in.
 *
 * @public
 */
export const catalogModuleSoa = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'soa',
  register(reg) {
    reg.registerInit({
      deps: {
        accounts: soaAccountsServiceRef,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { config, processing, scheduler } = deps;
        processing.addProcessor(
          new PlacementProcessor(
            readEnvironments(config).map(({ name }) => name),
          ),
          new OrganizationalUnitProcessor(),
        );
        const settings = readProviderSettings(config);
        if (!settings) {
          return;
        }
        const { schedule, defaultOwner } = settings;
        const { accounts, auth, logger } = deps;
        const context = {
          ...deps,
          defaultOwner,
          warn: sayOnce(message => logger.warn(message)),
          error: sayOnce(message => logger.error(message)),
        };
        const completeness = async (signal: AbortSignal) =>
          accounts.readCompleteness({
            credentials: await auth.getOwnServiceCredentials(),
            signal,
          });
        const organization = new InventoryEntityProvider({
          ...deps,
          name: 'soa-organization',
          taskRunner: scheduler.createScheduledTaskRunner(schedule),
          isComplete: async signal => (await completeness(signal)).organization,
          read: signal => organizationEntities(context, signal),
        });
        const workspaces = new InventoryEntityProvider({
          ...deps,
          name: 'soa-workspaces',
          taskRunner: scheduler.createScheduledTaskRunner(schedule),
          isComplete: async signal => (await completeness(signal)).workspaces,
          read: signal => workspaceEntities(context, signal),
        });
        processing.addEntityProvider(organization, workspaces);
        // Of workspaces, what is in the catalog seldom changes, and runs often do.
        await refreshOnChange(
          { 'aws-organizations:': organization.task },
          deps,
        );
      },
    });
  },
});
