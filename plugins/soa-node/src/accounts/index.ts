export { INVENTORY_TOPIC } from './inventoryTopic';
export type {
  SoaAccountsClient,
  SoaAccountsRequestOptions,
} from './SoaAccountsClient';
export { soaAccountsServiceRef } from './soaAccountsServiceRef';
