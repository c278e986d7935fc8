import type {
  Account,
  PlacementRequest,
  PlacementStage,
} from '@backstage-soa/plugin-soa-common';
import { called } from './called';
import type { PlacementPolicy } from './PlacementPolicy';

type Known = Pick<PlacementPolicy, 'accounts' | 'unreadOrganizations'>;
type Choice = { account: Account } | { problem: string };

/** The account of a stage, or why there is none. */
export function chooseAccount(
  request: PlacementRequest,
  stage: PlacementStage,
  known: Known,
): Choice {
  return stage.account
    ? checkAccount(request, stage, stage.account, known)
    : findAccount(request, stage, known);
}

function checkAccount(
  { runtime, owner }: PlacementRequest,
  { environment }: PlacementStage,
  wanted: string,
  { accounts, unreadOrganizations }: Known,
): Choice {
  const account = accounts.find(({ id }) => id === wanted);
  if (!account) {
    const problem = `There is no account "${wanted}", or you may not see it: choose another.`;
    return { problem: withUnread(problem, unreadOrganizations) };
  }
  const its = called(account);
  if (account.state !== 'ACTIVE') {
    const state = account.state.toLocaleLowerCase('en-US').replace(/_/g, ' ');
    return { problem: `The account ${its} is ${state}: choose another.` };
  }
  if (account.environment !== environment) {
    return {
      problem: account.environment
        ? `The account ${its} is for ${account.environment}, not for ${environment}: choose another.`
        : `The account ${its} is for no environment: choose another.`,
    };
  }
  if (!account.runtimes.includes(runtime)) {
    const offered = account.runtimes.join(', ') || 'nothing';
    return {
      problem: `The account ${its} does not offer ${runtime} (it offers ${offered}): choose another.`,
    };
  }
  return admits(account, owner)
    ? { account }
    : {
        problem: `The account ${its} is not open to ${owner}: choose another.`,
      };
}

function findAccount(
  { runtime, owner }: PlacementRequest,
  { environment }: PlacementStage,
  { accounts, unreadOrganizations }: Known,
): Choice {
  const offering = accounts.filter(
    account =>
      account.environment === environment && account.runtimes.includes(runtime),
  );
  const active = offering.filter(({ state }) => state === 'ACTIVE');
  const fitting = active.filter(account => admits(account, owner));
  if (fitting.length === 1) {
    return { account: fitting[0] };
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
  return { problem: withUnread(problem, unreadOrganizations) };
}

function withUnread(problem: string, unreadOrganizations: string | undefined) {
  return unreadOrganizations ? `${problem} ${unreadOrganizations}` : problem;
}

function admits({ allowedOwners }: Account, owner: string): boolean {
  return !allowedOwners || allowedOwners.includes(owner);
}
