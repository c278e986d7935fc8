import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsExtensionPoint } from '@backstage/plugin-events-node/alpha';
import {
  HCP_TERRAFORM_TOPIC,
  readNotificationSettings,
  readRolloutTestSettings,
  ROLLOUT_CHECK_TOPIC,
} from '@backstage-soa/plugin-soa-node';
import { notificationValidator, testResultValidator } from './validation';

/**
 * Lets HCP Terraform tell the portal of runs: takes what it has signed with a
 * workspace's own secret as an event of the topic `soa-hcp-terraform`. Lets integration
 * tests tell rollouts their results, as events of the topic `soa-rollout-check`.
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
        const tests = readRolloutTestSettings(config);
        if (tests.length > 0) {
          events.addHttpPostIngress({
            topic: ROLLOUT_CHECK_TOPIC,
            validator: testResultValidator(tests, logger),
          });
        }
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
