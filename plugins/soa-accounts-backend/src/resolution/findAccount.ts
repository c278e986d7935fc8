import type {
  Account,
  PlacementRequest,
  PlacementStage,
} from '@backstage-soa/plugin-soa-common';
import { called } from './called';
import { admits, isFor, offers } from './fitting';
import type { PlacementPolicy } from './PlacementPolicy';
import { withUnread } from './withUnread';

/** How many accounts one is told to choose from. */
const NAMED = 10;

/**
 * The one account that fits a stage which names none, or why there is none. Of
 * several it is, for services, the only one that offers all Regions of the stage.
 */
export function findAccount(
  { runtime, owner }: PlacementRequest,
  { environment, regions }: PlacementStage,
  {
    accounts,
    unreadOrganizations,
  }: Pick<PlacementPolicy, 'accounts' | 'unreadOrganizations'>,
): { account: Account } | { problem: string } {
  const offering = accounts.filter(
    account => isFor(account, environment, runtime) && offers(account, runtime),
  );
  const active = offering.filter(({ state }) => state === 'ACTIVE');
  const admitting = active.filter(account => admits(account, owner, runtime));
  const inRegions = admitting.filter(account =>
    regions.every(region => account.regions.includes(region)),
  );
  // An account offers Regions to services; its platform comes before that.
  const isNarrower = runtime !== 'platform' && inRegions.length > 0;
  const fitting = isNarrower ? inRegions : admitting;
  if (fitting.length === 1) {
    return { account: fitting[0] };
  }
  if (fitting.length > NAMED) {
    return {
      problem: `${fitting.length} accounts offer ${runtime} in ${environment}: choose one of them.`,
    };
  }
  if (fitting.length > 1) {
    return {
      problem: `More than one account offers ${runtime} in ${environment}: choose ${fitting
        .map(called)
        .join(' or ')}.`,
    };
  }
  if (active.length > 0) {
    return {
      problem: `No account that offers ${runtime} in ${environment} is open to ${owner}: ask ${
        active[0].owner ?? 'the owner of the account'
      } to open ${called(active[0])}.`,
    };
  }
  const problem = offering[0]
    ? `The account ${called(
        offering[0],
      )}, which offers ${runtime} in ${environment}, is not active: choose another environment.`
    : `No account offers ${runtime} in ${environment}: choose another environment or runtime.`;
  return {
    problem: withUnread(problem, unreadOrganizations),
  };
}
