import type { OrganizationAccounts } from './OrganizationAccounts';

/**
 * Makes accounts: what writes to AWS Organizations.
 *
 * @public
 */
export interface OrganizationAccountsService {
  /** The accounts of the organisation that an account manages. */
  managedBy(managementAccountId: string): OrganizationAccounts;
}
