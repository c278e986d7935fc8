import { GLOBAL_REGION } from '@backstage-soa/plugin-soa-common';
import type { Account, PlacementStage } from '@backstage-soa/plugin-soa-common';
import { offersAll } from './offersAll';

/**
 * The Regions that can be ticked beside those of a stage: what its account
 * offers, or any account that offers all that is ticked.
 */
export function regionsTogether(
  accounts: readonly Account[],
  stage: PlacementStage | undefined,
): string[] {
  const possible = accounts.filter(
    account =>
      (!stage?.account || account.id === stage.account) &&
      offersAll(account, stage?.regions ?? []),
  );
  return [GLOBAL_REGION, ...possible.flatMap(({ regions }) => regions)];
}
