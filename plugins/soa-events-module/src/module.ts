import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsExtensionPoint } from '@backstage/plugin-events-node/alpha';
import {
  HCP_TERRAFORM_TOPIC,
  readNotificationSettings,
} from '@backstage-soa/plugin-soa-node';
import { notificationValidator } from './validation';

/**
 * Lets HCP Terraform tell the portal of runs: takes what it has signed with a
 * workspace's own secret as an event of the topic `soa-hcp-terraform`.
 *
 * @public
 */
export const eventsModuleSoa = createBackendModule({
  pluginId: 'events',
  moduleId: 'soa',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        events: eventsExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ config, events, logger }) {
        const settings = readNotificationSettings(config);
        if (settings.length === 0) {
          logger.info(
            'HCP Terraform cannot tell the portal of runs: there is no soa.hcpTerraform[].notifications.key',
          );
          return;
        }
        events.addHttpPostIngress({
          topic: HCP_TERRAFORM_TOPIC,
          validator: notificationValidator(settings, logger),
        });
      },
    });
  },
});
