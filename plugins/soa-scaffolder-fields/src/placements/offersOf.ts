import type { Account } from '@backstage-soa/plugin-soa-common';
import { isOpenTo } from '../choice';

/** What an environment offers to an owner. */
export interface EnvironmentOffer {
  environment: string;
  accounts: Account[];
  regions: string[];
  /** Why it cannot be chosen, if so. */
  reason?: 'suspended' | 'closed';
}

/**
 * What can be chosen, by environment; accounts offer the runtime already.
 *
 * @param promotionOrder - the organisation's environments; others come last
 */
export function offersOf(
  accounts: readonly Account[],
  owner: string | undefined,
  promotionOrder: readonly string[] = [],
): EnvironmentOffer[] {
  const offers = new Map<string, Account[]>(
    promotionOrder.map(environment => [environment, []]),
  );
  for (const account of accounts) {
    const { environment } = account;
    if (environment) {
      offers.set(environment, [...(offers.get(environment) ?? []), account]);
    }
  }
  const offered = [...offers].filter(([, all]) => all.length > 0);
  return offered.map(([environment, all]) => {
    const open = all.filter(account => isOpenTo(account, owner));
    const isSuspended = all.every(({ state }) => state !== 'ACTIVE');
    return {
      environment,
      accounts: open,
      regions: [...new Set(open.flatMap(({ regions }) => regions))].sort(),
      ...(open.length === 0 && {
        reason: isSuspended ? 'suspended' : 'closed',
      }),
    };
  });
}
