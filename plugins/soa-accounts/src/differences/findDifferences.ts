import type { Account, PlacementItem } from '@backstage-soa/plugin-soa-common';
import { DIFFERENCES } from './Difference';
import type { Difference } from './Difference';

/** What was found. */
export interface FoundDifferences {
  /** By kind, and within a kind as the lists had them. */
  differences: readonly Difference[];
  /**
   * Whether it is known which accounts have a baseline: not where the reader sees
   * no placement of one, and might just not be allowed to.
   */
  knowsBaselines: boolean;
}

/**
 * Holds what is declared against what is there, and looks for accounts that lack
 * something. What is closed, or about to be, lacks nothing.
 *
 * @param baseline - the component that gives accounts their baseline
 */
export function findDifferences(options: {
  placements: readonly PlacementItem[];
  accounts: readonly Account[];
  baseline: string;
}): FoundDifferences {
  const { placements, accounts, baseline } = options;
  const withBaseline = new Set(
    placements
      .filter(
        ({ componentRef, runtime }) =>
          componentRef === baseline && runtime === 'platform',
      )
      .map(({ account }) => account.id),
  );
  const knowsBaselines = withBaseline.size > 0;
  const differences = placements.flatMap((item): Difference[] =>
    item.state === 'in-sync' ? [] : [{ kind: item.state, item }],
  );
  for (const account of accounts) {
    if (account.state === 'ACTIVE') {
      if (knowsBaselines && !withBaseline.has(account.id)) {
        differences.push({ kind: 'no-baseline', account });
      }
      if (!account.owner) {
        differences.push({ kind: 'no-owner', account });
      }
      if (!account.environment) {
        differences.push({ kind: 'no-environment', account });
      }
    }
  }
  const place = ({ kind }: Difference) => DIFFERENCES.indexOf(kind);
  return {
    differences: differences.sort((one, other) => place(one) - place(other)),
    knowsBaselines,
  };
}
