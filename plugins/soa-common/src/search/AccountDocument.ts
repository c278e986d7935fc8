/**
 * What a search result of type `soa-account` says beside its title, text and
 * location.
 *
 * @public
 */
export interface AccountDocument {
  accountId: string;
  accountName: string;
  /** As AWS Organizations has it. */
  state: string;
  environment?: string;
  /** The names of the OUs above it, from the root: `Workloads/Prod`; empty in the root. */
  organizationalUnitPath: string;
  regions: string[];
  runtimes: string[];
}
