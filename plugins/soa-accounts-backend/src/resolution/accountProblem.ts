import type {
  Account,
  PlacementRequest,
  PlacementStage,
} from '@backstage-soa/plugin-soa-common';
import { called } from './called';
import { admits, isFor, offers } from './fitting';

/** Why a stage cannot be in an account. */
export function accountProblem(
  request: PlacementRequest,
  { environment }: PlacementStage,
  account: Account,
): string | undefined {
  const { runtime, owner } = request;
  const its = called(account);
  if (account.state !== 'ACTIVE') {
    const state = account.state.toLocaleLowerCase('en-US').replace(/_/g, ' ');
    return `The account ${its} is ${state}: choose another.`;
  }
  if (!isFor(account, environment, runtime)) {
    return account.environment
      ? `The account ${its} is for ${account.environment}, not for ${environment}: choose another.`
      : `The account ${its} is for no environment: choose another.`;
  }
  if (!offers(account, runtime)) {
    const offered = account.runtimes.join(', ') || 'nothing';
    return `The account ${its} does not offer ${runtime} (it offers ${offered}): choose another.`;
  }
  return admits(account, owner, runtime)
    ? undefined
    : `The account ${its} is not open to ${owner}: choose another.`;
}
