import type { AccountFacts } from './AccountTags';

/** A tag that an account has to have. */
export interface TagCondition {
  key: string;
  /** Absent where any value will do. */
  matches?: (value: string) => boolean;
}

/** What `soa.accounts.rules` says of the accounts that it holds for. */
export interface AccountRule {
  /** Where the configuration has it. */
  key: string;
  /** All of them. */
  tags: readonly TagCondition[];
  /** Absent where any place will do. */
  isIn?: (organizationalUnitPath: string) => boolean;
  facts: Partial<AccountFacts>;
}
