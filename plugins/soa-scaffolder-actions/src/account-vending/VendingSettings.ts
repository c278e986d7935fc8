/** How accounts are made: `soa.accountVending`. */
export interface VendingSettings {
  /** E-mail addresses of accounts, with `{name}` for the account's name. */
  email: string;
  /** Where accounts may go: OUs by id, or by the path of their names. */
  organizationalUnits: readonly string[];
  /** The groups that may own accounts; any if absent. */
  owners?: readonly string[];
  /** Tags of every account, beside those that say what it is for. */
  tags: Readonly<Record<string, string>>;
  way: OrganizationsWay | AftWay;
}

/** Accounts are made through AWS Organizations. */
export interface OrganizationsWay {
  kind: 'organizations';
  managementAccountId: string;
  /** Of the role that administers new accounts from the management account. */
  roleName?: string;
}

/** Accounts are requested of AWS Control Tower's Account Factory for Terraform. */
export interface AftWay {
  kind: 'aft';
  /** The repository of requests, as publish actions take it. */
  repoUrl: string;
  /** The folder of requests in it. */
  directory: string;
  /** The module of requests, as seen from that folder. */
  source: string;
  /** Who gets access through IAM Identity Center first. */
  ssoUser: { email: string; firstName: string; lastName: string };
  customizations?: string;
}
