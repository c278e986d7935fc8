import {
  placementIdentity,
  placementKeys,
  workspaceName,
} from '@backstage-soa/plugin-soa-common';
import type { PlacementRequest } from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import { ordersAccounts } from './orders';

const ACCOUNT = '111122223333';

/** An inventory that allows everybody everything, in one account if none is named. */
export function anyAccounts(): SoaAccountsClient {
  return {
    ...ordersAccounts(),
    resolvePlacements: async ({ name, runtime, stages }: PlacementRequest) => {
      const placements = stages.flatMap(
        ({ environment, regions, account = ACCOUNT }) =>
          regions.map(region => ({ environment, account, region, runtime })),
      );
      const keys = placementKeys(placements);
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
