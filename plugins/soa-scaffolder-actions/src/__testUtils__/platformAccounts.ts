import {
  placementIdentity,
  placementKeys,
  workspaceName,
} from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';

/** An inventory that allows whatever names an account. */
export function platformAccounts(): SoaAccountsClient {
  const partial: Partial<SoaAccountsClient> = {
    resolvePlacements: async ({ name, runtime, stages }) => {
      const placements = stages.flatMap(({ environment, regions, account }) =>
        regions.map(region => ({
          environment,
          region,
          account: account!,
          runtime,
        })),
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
  return partial as SoaAccountsClient;
}
