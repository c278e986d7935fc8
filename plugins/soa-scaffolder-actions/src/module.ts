import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  hcpTerraformServiceRef,
  readEnvironments,
  soaAccountsServiceRef,
  soaDeliveryServiceRef,
} from '@backstage-soa/plugin-soa-node';
import {
  createEnsureProjectAction,
  createEnsureWorkspacesAction,
  createRenderTerraformAction,
  createResolvePlacementsAction,
  createStartRolloutAction,
} from './actions';
import { modulesDirectory } from './render';

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
        config: coreServices.rootConfig,
        delivery: soaDeliveryServiceRef,
        hcpTerraform: hcpTerraformServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init({ actions, config, ...services }) {
        const productionEnvironments = readEnvironments(config)
          .filter(({ production }) => production)
          .map(({ name }) => name);
        actions.addActions(
          createResolvePlacementsAction(services),
          createRenderTerraformAction({
            modulesDirectory: modulesDirectory(config),
            productionEnvironments,
          }),
          createEnsureProjectAction(services),
          createEnsureWorkspacesAction({
            ...services,
            portalUrl: config.getString('app.baseUrl'),
            productionEnvironments,
          }),
          createStartRolloutAction(services),
        );
      },
    });
  },
});
