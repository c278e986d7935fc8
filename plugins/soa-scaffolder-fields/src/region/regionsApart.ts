import type { Account } from '@backstage-soa/plugin-soa-common';
import { valuesIn } from '@backstage-soa/plugin-soa-react';
import { whyNot } from '../choice';
import type { WhyNot } from '../choice';

/** A Region that cannot be chosen, and why. */
export interface RegionApart {
  region: string;
  reason: WhyNot | 'elsewhere';
}

/** The Regions of accounts that are not on offer, each with the reason. */
export function regionsApart(options: {
  accounts: readonly Account[] | undefined;
  /** Those of the accounts that are open to the owner. */
  open: readonly Account[] | undefined;
  offered: readonly string[] | undefined;
}): RegionApart[] {
  const { accounts = [], open = [], offered = [] } = options;
  const having = (region: string, some: readonly Account[]) =>
    some.filter(({ regions }) => regions.includes(region));
  return valuesIn(accounts.flatMap(({ regions }) => regions))
    .map(({ value }) => value)
    .filter(region => !offered.includes(region))
    .map(region => ({
      region,
      // An account was chosen that lacks it.
      reason:
        having(region, open).length > 0
          ? 'elsewhere'
          : whyNot(having(region, accounts)),
    }));
}
