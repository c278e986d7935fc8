import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  hcpTerraformServiceRef,
  HCP_TERRAFORM_TOPIC,
  organizationAccountsServiceRef,
  readAccountTagNames,
  readAllowedRegions,
  readEnvironments,
  readNotificationSettings,
  readPlatformOwners,
  readSecretKey,
  soaAccountsServiceRef,
  soaDeliveryServiceRef,
} from '@backstage-soa/plugin-soa-node';
import { readVendingSettings } from './account-vending';
import {
  createAcquireLockAction,
  createAllocateNetworkAction,
  createAwaitAccountAction,
  createAddPlacementsAction,
  createCheckDecommissionAction,
  createDescribeWorkspacesAction,
  createDestroyWorkspacesAction,
  createEnsureAccessAction,
  createEnsureAccountAction,
  createEnsureProjectAction,
  createEnsureSandboxAction,
  createEnsureWorkspacesAction,
  createFindRepositoryAction,
  createPromoteVersionsAction,
  createReadServiceAction,
  createRefreshComponentAction,
  createRegisterComponentAction,
  createReleaseLockAction,
  createReleaseNetworkAction,
  createRenderTerraformAction,
  createResolveConsumesAction,
  createResolvePlacementsAction,
  createStartRolloutAction,
  createStartRunsAction,
  createUpgradeModulesAction,
  createUploadConfigurationAction,
} from './actions';
import { readModuleSource, readPermissionsBoundary } from './render';
import { modulesDirectories, TerraformModules } from './terraform-modules';
import { SecretFingerprints } from './secrets';
import { readWorkspaceSettings } from './settings';

const FINGERPRINT_KEY = 'soa.terraform.fingerprintKey';

/**
 * The actions `soa:*` and `tfc:*` for software templates.
 *
 * @public
 */
export const scaffolderModuleSoa = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'soa',
  register(env) {
    env.registerInit({
      deps: {
        accounts: soaAccountsServiceRef,
        actions: scaffolderActionsExtensionPoint,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        delivery: soaDeliveryServiceRef,
        discovery: coreServices.discovery,
        hcpTerraform: hcpTerraformServiceRef,
        organizationAccounts: organizationAccountsServiceRef,
        permissions: coreServices.permissions,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init({ actions, config, database, discovery, ...services }) {
        const environments = readEnvironments(config);
        const productionEnvironments = environments
          .filter(({ production }) => production)
          .map(({ name }) => name);
        const fingerprintKey = config.getOptionalString(FINGERPRINT_KEY);
        actions.addActions(
          createEnsureAccountAction({
            ...services,
            vending: readVendingSettings(config),
            policy: {
              environments: environments.map(({ name }) => name),
              regions: readAllowedRegions(config),
              platformOwners: readPlatformOwners(config),
            },
            tagNames: readAccountTagNames(config),
          }),
          createAwaitAccountAction(services),
          createResolvePlacementsAction(services),
          createResolveConsumesAction(services),
          createRenderTerraformAction({
            ...services,
            modules: new TerraformModules(modulesDirectories(config)),
            moduleSource: readModuleSource(config),
            permissionsBoundary: readPermissionsBoundary(config),
            productionEnvironments,
          }),
          createFindRepositoryAction(services),
          createReadServiceAction({ ...services, environments }),
          createAddPlacementsAction({
            ...services,
            permissionsBoundary: readPermissionsBoundary(config),
            productionEnvironments,
          }),
          createRefreshComponentAction(services),
          createPromoteVersionsAction({ ...services, environments }),
          createUpgradeModulesAction({
            ...services,
            modules: new TerraformModules(modulesDirectories(config)),
            moduleSource: readModuleSource(config),
            productionEnvironments,
          }),
          createDescribeWorkspacesAction({
            ...services,
            workspaceSettings: readWorkspaceSettings(
              config,
              productionEnvironments,
            ),
          }),
          createCheckDecommissionAction(services),
          createRegisterComponentAction(services),
          createEnsureProjectAction(services),
          createEnsureAccessAction(services),
          createEnsureWorkspacesAction({
            ...services,
            portalUrl: config.getString('app.baseUrl'),
            productionEnvironments,
            workspaceSettings: readWorkspaceSettings(
              config,
              productionEnvironments,
            ),
            notifications: readNotificationSettings(config),
            notificationUrl: async () =>
              `${await discovery.getExternalBaseUrl(
                'events',
              )}/http/${HCP_TERRAFORM_TOPIC}`,
            fingerprints:
              fingerprintKey === undefined
                ? undefined
                : await SecretFingerprints.create(
                    database,
                    readSecretKey(fingerprintKey, FINGERPRINT_KEY),
                  ),
          }),
          createAllocateNetworkAction(services),
          createReleaseNetworkAction(services),
          createAcquireLockAction(services),
          createReleaseLockAction(services),
          createEnsureSandboxAction(services),
          createStartRolloutAction(services),
          createUploadConfigurationAction({ ...services, environments }),
          createStartRunsAction({ ...services, environments }),
          createDestroyWorkspacesAction({ ...services, environments }),
        );
      },
    });
  },
});
