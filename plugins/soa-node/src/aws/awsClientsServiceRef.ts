import { createServiceRef } from '@backstage/backend-plugin-api';
import type { AwsClients } from './AwsClients';

/** @public */
export const awsClientsServiceRef = createServiceRef<AwsClients>({
  id: 'soa.aws-clients',
});
