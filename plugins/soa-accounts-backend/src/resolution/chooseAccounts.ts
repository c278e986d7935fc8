import type {
  Account,
  PlacementRequest,
  PlacementStage,
} from '@backstage-soa/plugin-soa-common';
import { accountProblem } from './accountProblem';
import { accountsOfUnit } from './accountsOfUnit';
import { findAccount } from './findAccount';
import type { PlacementPolicy } from './PlacementPolicy';
import { withUnread } from './withUnread';

/** The accounts of a stage, or the input at fault and why there are none. */
export function chooseAccounts(
  request: PlacementRequest,
  stage: PlacementStage,
  policy: Pick<
    PlacementPolicy,
    'accounts' | 'organizationalUnits' | 'unreadOrganizations'
  >,
):
  | { accounts: Account[] }
  | { input: 'account' | 'organizationalUnit'; problem: string } {
  const { account: id, organizationalUnit } = stage;
  if (organizationalUnit) {
    const choice = id
      ? { problem: 'Choose an account or an organizational unit, not both.' }
      : accountsOfUnit(request, stage, organizationalUnit, policy);
    return 'problem' in choice
      ? { ...choice, input: 'organizationalUnit' }
      : choice;
  }
  if (!id) {
    const choice = findAccount(request, stage, policy);
    return 'problem' in choice
      ? { ...choice, input: 'account' }
      : { accounts: [choice.account] };
  }
  const account = policy.accounts.find(one => one.id === id);
  if (!account) {
    const problem = `There is no account "${id}", or you may not see it: choose another.`;
    const { unreadOrganizations } = policy;
    return {
      input: 'account',
      problem: withUnread(problem, unreadOrganizations),
    };
  }
  const problem = accountProblem(request, stage, account);
  return problem ? { input: 'account', problem } : { accounts: [account] };
}
