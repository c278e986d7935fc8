export type {
  SoaAccountsClient,
  SoaAccountsRequestOptions,
} from './SoaAccountsClient';
export { soaAccountsServiceRef } from './soaAccountsServiceRef';
