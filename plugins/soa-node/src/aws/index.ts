export type { AwsClients } from './AwsClients';
export { awsClientsServiceRef } from './awsClientsServiceRef';
export { loadEc2 } from './loadEc2';
export { ORGANIZATIONS_TOPIC } from './organizationsTopic';
