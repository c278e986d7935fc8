import type {
  Placement,
  PlacementRefusal,
  PlacementRequest,
} from '@backstage-soa/plugin-soa-common';
import { chooseAccounts } from './chooseAccounts';
import type { PlacementPolicy } from './PlacementPolicy';
import { regionProblem } from './regionProblem';

/** A placement that would do, and the input that asks for it. */
export interface WantedPlacement {
  input: string;
  placement: Placement;
  accountName: string;
}

/** The placements of one stage of a request, and what is wrong with the rest. */
export function stagePlacements(
  request: PlacementRequest,
  index: number,
  policy: PlacementPolicy,
): { wanted: WantedPlacement[]; problems: PlacementRefusal[] } {
  const stage = request.stages[index];
  const { environment, regions } = stage;
  const path = `stages[${index}]`;
  const wanted: WantedPlacement[] = [];
  const problems: PlacementRefusal[] = [];
  const isEnvironment = policy.environments.includes(environment);
  if (!isEnvironment) {
    const remedy =
      policy.environments.length > 0
        ? `choose one of ${policy.environments.join(', ')}`
        : 'name it under soa.environments in the configuration';
    problems.push({
      input: `${path}.environment`,
      message: `There is no environment "${environment}": ${remedy}.`,
    });
  }
  const choice = isEnvironment
    ? chooseAccounts(request, stage, policy)
    : undefined;
  if (choice && 'problem' in choice) {
    problems.push({
      input: `${path}.${choice.input}`,
      message: choice.problem,
    });
  }
  const accounts = choice && 'accounts' in choice ? choice.accounts : [];
  if (regions.length === 0) {
    problems.push({
      input: `${path}.regions`,
      message: `No Region is chosen for ${environment}: choose at least one.`,
    });
  }
  regions.forEach((region, position) => {
    const input = `${path}.regions[${position}]`;
    const message = firstProblem(
      accounts.length > 0 ? accounts : [undefined],
      account =>
        regionProblem(region, request.runtime, account, policy.regions),
    );
    if (message) {
      problems.push({ input, message });
      return;
    }
    wanted.push(
      ...accounts.map(account => ({
        input,
        placement: {
          environment,
          account: account.id,
          region,
          runtime: request.runtime,
        },
        accountName: account.name,
      })),
    );
  });
  return { wanted, problems };
}

function firstProblem<T>(
  items: readonly T[],
  problemOf: (item: T) => string | undefined,
): string | undefined {
  for (const item of items) {
    const problem = problemOf(item);
    if (problem) {
      return problem;
    }
  }
  return undefined;
}
