import type { IndexableDocument } from '@backstage/plugin-search-common';

/** An account as the search engine keeps it. */
export interface AccountDocument extends IndexableDocument {
  accountId: string;
  accountName: string;
  /** As AWS Organizations has it. */
  state: string;
  environment?: string;
  /** The names of the OUs above it; empty in the root. */
  organizationalUnitPath: string;
  regions: string[];
  runtimes: string[];
}
