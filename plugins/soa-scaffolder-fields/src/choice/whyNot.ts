import type { Account } from '@backstage-soa/plugin-soa-common';

/** Why something that accounts offer cannot be chosen. */
export type WhyNot = 'suspended' | 'closed' | 'gone';

/**
 * Why none of the accounts that offer something is open.
 *
 * @param accounts - those that offer it, none of which is open to the owner
 */
export function whyNot(accounts: readonly Account[]): WhyNot {
  if (accounts.length === 0) {
    return 'gone';
  }
  return accounts.every(({ state }) => state !== 'ACTIVE')
    ? 'suspended'
    : 'closed';
}
