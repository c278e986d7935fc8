import type { Account } from '@backstage-soa/plugin-soa-common';
import { isOpenTo, whyNot } from '../choice';
import type { WhyNot } from '../choice';

/** What an environment offers to an owner. */
export interface EnvironmentOffer {
  environment: string;
  accounts: Account[];
  regions: string[];
  /** Why it cannot be chosen, if so. */
  reason?: WhyNot;
  /** Accounts that offer the runtime and cannot be chosen; absent if none. */
  closed?: Account[];
}

/**
 * What can be chosen, by environment; accounts offer the runtime already.
 *
 * @param promotionOrder - the organisation's environments; others come last
 * @param chosen - environments that are told of though no account is there at all
 */
export function offersOf(
  accounts: readonly Account[],
  owner: string | undefined,
  promotionOrder: readonly string[] = [],
  chosen: readonly string[] = [],
): EnvironmentOffer[] {
  const offers = new Map<string, Account[]>(
    [...promotionOrder, ...chosen].map(environment => [environment, []]),
  );
  for (const account of accounts) {
    const { environment } = account;
    if (environment) {
      offers.set(environment, [...(offers.get(environment) ?? []), account]);
    }
  }
  const offered = [...offers].filter(
    ([environment]) => accounts.length > 0 || chosen.includes(environment),
  );
  return offered.map(([environment, all]) => {
    const open = all.filter(account => isOpenTo(account, owner));
    const closed = all.filter(account => !isOpenTo(account, owner));
    return {
      environment,
      accounts: open,
      regions: [...new Set(open.flatMap(({ regions }) => regions))].sort(),
      ...(open.length === 0 && { reason: whyNot(all) }),
      ...(closed.length > 0 && { closed }),
    };
  });
}
