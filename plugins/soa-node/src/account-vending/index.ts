export type {
  AccountCreation,
  AccountCreationFailure,
} from './AccountCreation';
export type { OrganizationAccount } from './OrganizationAccount';
export type {
  OrganizationAccounts,
  OrganizationAccountsOptions,
} from './OrganizationAccounts';
export type { OrganizationAccountsService } from './OrganizationAccountsService';
export { organizationAccountsServiceRef } from './organizationAccountsServiceRef';
