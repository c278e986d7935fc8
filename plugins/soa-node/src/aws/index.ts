export type { AwsClients } from './AwsClients';
export { awsClientsServiceRef } from './awsClientsServiceRef';
export { loadEc2 } from './loadEc2';
