import type { Account } from '@backstage-soa/plugin-soa-common';
import type { AccountFacts } from '../facts';

/** What was last known of an account whose tags nobody has kept. */
export function knownFacts(account: Account): AccountFacts {
  const { environment, runtimes, regions } = account;
  const { owner, businessUnit, allowedOwners } = account;
  return { environment, runtimes, regions, owner, businessUnit, allowedOwners };
}
