export type { AwsClients } from './AwsClients';
export { awsClientsServiceRef } from './awsClientsServiceRef';
