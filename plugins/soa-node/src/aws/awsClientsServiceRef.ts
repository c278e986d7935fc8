import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { AwsClients } from './AwsClients';
import { DefaultAwsClients } from './DefaultAwsClients';

/** @public */
export const awsClientsServiceRef = createServiceRef<AwsClients>({
  id: 'soa.aws-clients',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) => DefaultAwsClients.fromConfig(config),
    }),
});
