import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createCommitAction } from './createCommitAction';
import { createPublishAction } from './createPublishAction';

/** The demo has no source-code host: its repositories are in the sandbox cloud. */
export default createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'sandbox-publish',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ actions, config }) {
        const baseUrl = config.getString('demo.repositoriesUrl');
        actions.addActions(
          createPublishAction({ baseUrl }),
          createCommitAction({ baseUrl }),
        );
      },
    });
  },
});
