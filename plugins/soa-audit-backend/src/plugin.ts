import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { auditSourcesExtensionPoint } from '@backstage-soa/plugin-soa-audit-node';
import type { AuditSource } from '@backstage-soa/plugin-soa-audit-node';
import {
  soaAuditReadAllPermission,
  soaAuditReadNetworkPermission,
  soaAuditReadPermission,
} from '@backstage-soa/plugin-soa-common';
import {
  awsClientsServiceRef,
  hcpTerraformServiceRef,
  readAllowedRegions,
  soaAccountsServiceRef,
} from '@backstage-soa/plugin-soa-node';
import { AttributionIndexReader } from './attribution';
import { Ingest } from './ingest';
import { RunConfirmation } from './proof';
import { OwnReads } from './record';
import { ShardRefresh } from './refresh';
import { readSettings } from './readSettings';
import { scheduleTasks } from './scheduleTasks';
import { AuditAccess } from './service/AuditAccess';
import { AuditService } from './service/AuditService';
import { createRouter } from './service/createRouter';
import { LOOKUP_SOURCE_ID, LookupSource, SourceRunner } from './sources';
import { AuditStore, ShardLeases } from './store';

/**
 * Reads CloudTrail, attributes events to catalog entities and serves them.
 *
 * @public
 */
export const soaAuditPlugin = createBackendPlugin({
  pluginId: 'soa-audit',
  register(env) {
    const sources: AuditSource[] = [];
    env.registerExtensionPoint(auditSourcesExtensionPoint, {
      addSource(source) {
        const isTaken = sources.some(({ id }) => id === source.id);
        if (isTaken || source.id === LOOKUP_SOURCE_ID) {
          throw new Error(`There is an audit source "${source.id}" already`);
        }
        sources.push(source);
      },
    });
    env.registerInit({
      deps: {
        accounts: soaAccountsServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        awsClients: awsClientsServiceRef,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        hcpTerraform: hcpTerraformServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { awsClients, config } = deps;
        const settings = readSettings(config);
        const store = await AuditStore.create(deps.database);
        deps.permissionsRegistry.addPermissions([
          soaAuditReadPermission,
          soaAuditReadAllPermission,
          soaAuditReadNetworkPermission,
        ]);
        const reading = {
          leases: new ShardLeases(store.knex),
          indexReader: new AttributionIndexReader(deps),
          allowedRegions: readAllowedRegions(config),
        };
        const ingest = new Ingest({
          logger: deps.logger,
          store,
          settings: {
            ...settings,
            organizations: deps.hcpTerraform.organizations(),
          },
          confirmation: new RunConfirmation(deps.hcpTerraform),
          ownReads: OwnReads.fromConfig(config),
        });
        const runner = new SourceRunner({ ...reading, store, ingest });
        if (settings.lookup.enabled) {
          sources.push(new LookupSource({ ...settings.lookup, awsClients }));
        }
        await scheduleTasks({
          ...deps,
          ...settings,
          ...reading,
          store,
          sources,
          runner,
          ingest,
        });
        const access = new AuditAccess(deps);
        const refresh = new ShardRefresh({
          ...deps,
          ...reading,
          sources,
          runner,
        });
        deps.lifecycle.addShutdownHook(() => refresh.stop());
        deps.httpRouter.use(
          createRouter({
            ...deps,
            store,
            access,
            service: new AuditService({ ...settings, store, access, refresh }),
          }),
        );
      },
    });
  },
});
