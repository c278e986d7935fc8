import type {
  PlacementItem,
  ResolvedPlacement,
} from '@backstage-soa/plugin-soa-common';
import { regionDistance } from './regionDistance';

/**
 * The placement of a service that one of another calls: of the same environment,
 * in the nearest Region; of several there the one of the same cell, then of the
 * same account, then of the lowest Region and account.
 *
 * @returns `undefined` where the service is not in the environment
 */
export function chooseProvider(
  caller: ResolvedPlacement,
  provided: readonly PlacementItem[],
): PlacementItem | undefined {
  const rank = ({ region, account, cell }: PlacementItem) => [
    regionDistance(caller.region, region),
    cell === caller.cell ? 0 : 1,
    account.id === caller.account ? 0 : 1,
    region,
    account.id,
  ];
  return provided
    .filter(
      ({ environment, state }) =>
        environment === caller.environment && state !== 'undeclared',
    )
    .map(item => ({ item, rank: rank(item) }))
    .sort((one, other) => compare(one.rank, other.rank))[0]?.item;
}

function compare(
  one: ReadonlyArray<string | number>,
  other: ReadonlyArray<string | number>,
): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  if (at < 0) {
    return 0;
  }
  return one[at] < other[at] ? -1 : 1;
}
