import {
  placementIdentity,
  placementKeys,
  workspaceName,
} from '@backstage-soa/plugin-soa-common';
import type {
  PlacementRequest,
  ResolvedPlacement,
} from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import { ordersAccounts } from './orders';

const ACCOUNT = '111122223333';

/**
 * An inventory that allows everybody everything, in one account if none is named.
 *
 * @param there - the placements that are there already
 */
export function anyAccounts(
  there: readonly ResolvedPlacement[] = [],
): SoaAccountsClient {
  return {
    ...ordersAccounts(),
    resolvePlacements: async ({ name, runtime, stages }: PlacementRequest) => {
      const placements = stages.flatMap(({ environment, regions, account }) =>
        regions.map(region => ({
          environment,
          account:
            account ??
            there.find(one => one.environment === environment)?.account ??
            ACCOUNT,
          region,
          runtime,
        })),
      );
      const keys = placementKeys([...there, ...placements]);
      return {
        placements: placements.map(placement => {
          const key = keys.get(placementIdentity(placement))!;
          return {
            ...placement,
            key,
            workspace: `acme/${workspaceName(name, key)}`,
            accountName: `account-${placement.account}`,
          };
        }),
        problems: [],
      };
    },
  };
}
