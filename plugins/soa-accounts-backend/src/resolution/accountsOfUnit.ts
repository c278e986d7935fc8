import { isInUnit } from '@backstage-soa/plugin-soa-common';
import type {
  Account,
  PlacementRequest,
  PlacementStage,
} from '@backstage-soa/plugin-soa-common';
import { accountProblem } from './accountProblem';
import type { PlacementPolicy } from './PlacementPolicy';
import { withUnread } from './withUnread';

/** The accounts of a root or OU, and of the OUs below it, that fit a stage. */
export function accountsOfUnit(
  request: PlacementRequest,
  stage: PlacementStage,
  unitId: string,
  {
    accounts,
    organizationalUnits,
    unreadOrganizations,
  }: Pick<
    PlacementPolicy,
    'accounts' | 'organizationalUnits' | 'unreadOrganizations'
  >,
): { accounts: Account[] } | { problem: string } {
  const unit = organizationalUnits.find(({ id }) => id === unitId);
  if (!unit) {
    const problem = `There is no organizational unit "${unitId}", or you may not see it: choose another.`;
    return {
      problem: withUnread(problem, unreadOrganizations),
    };
  }
  const inside = accounts.filter(account => isInUnit(account, unit));
  const fitting = inside.filter(
    account => !accountProblem(request, stage, account),
  );
  const name = unit.path || unit.name;
  return fitting.length > 0
    ? { accounts: fitting.sort((a, b) => (a.id < b.id ? -1 : 1)) }
    : {
        problem: `No active account of ${name} (${unit.id}) is for ${stage.environment} and offers ${request.runtime}: choose another.`,
      };
}
