import type { AccountCreation } from './AccountCreation';
import type { OrganizationAccount } from './OrganizationAccount';

/** @public */
export interface OrganizationAccountsOptions {
  signal?: AbortSignal;
}

/**
 * The accounts of an organisation for whoever makes them, straight from AWS
 * Organizations. For all that can wait for the next read there is the inventory.
 * Errors are the AWS SDK's.
 *
 * @public
 */
export interface OrganizationAccounts {
  /** The organisation that these accounts are in, and who manages it. */
  describeOrganization(
    options?: OrganizationAccountsOptions,
  ): Promise<{ id: string; managementAccountId: string }>;

  /** The account with an e-mail address; there is one at most. Case is no matter. */
  findAccount(
    email: string,
    options?: OrganizationAccountsOptions,
  ): Promise<OrganizationAccount | undefined>;

  /** @returns `undefined` for one that is not, or not yet, in the organisation */
  readAccount(
    accountId: string,
    options?: OrganizationAccountsOptions,
  ): Promise<OrganizationAccount | undefined>;

  /** The creations under way. */
  listCreations(
    options?: OrganizationAccountsOptions,
  ): Promise<AccountCreation[]>;

  readCreation(
    creationId: string,
    options?: OrganizationAccountsOptions,
  ): Promise<AccountCreation>;

  /**
   * Asks for an account, in the root of the organisation. AWS takes the same
   * e-mail address once.
   *
   * @param account - `roleName`: of the role that administers it from the
   * management account; AWS's own if absent
   */
  createAccount(
    account: {
      name: string;
      email: string;
      tags: Readonly<Record<string, string>>;
      roleName?: string;
    },
    options?: OrganizationAccountsOptions,
  ): Promise<AccountCreation>;

  /** The id of the root or organizational unit that an account is in. */
  readParent(
    accountId: string,
    options?: OrganizationAccountsOptions,
  ): Promise<string>;

  moveAccount(
    move: { accountId: string; from: string; to: string },
    options?: OrganizationAccountsOptions,
  ): Promise<void>;

  readTags(
    accountId: string,
    options?: OrganizationAccountsOptions,
  ): Promise<Record<string, string>>;

  /** Adds tags, and gives those that are there another value. */
  tagAccount(
    accountId: string,
    tags: Readonly<Record<string, string>>,
    options?: OrganizationAccountsOptions,
  ): Promise<void>;
}
