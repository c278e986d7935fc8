import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { SandboxRepositoryProcessor } from './SandboxRepositoryProcessor';

/** Adapts templates to the demo, but for those that have a source-code host. */
export default createBackendModule({
  pluginId: 'catalog',
  moduleId: 'sandbox-publish',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ catalog, config }) {
        catalog.addProcessor(new SandboxRepositoryProcessor(config));
      },
    });
  },
});
