import { InputError } from '@backstage/errors';
import type { NetworkPool } from './NetworkPool';

/** What a range is asked for. */
export interface RangePlace {
  account: string;
  region: string;
  /** Absent where it is for none in particular. */
  environment?: string;
}

/**
 * The pool that a range comes from, and how long its prefix is.
 *
 * @throws InputError if there is none for it, or it has no such ranges
 */
export function choosePool(
  pools: readonly NetworkPool[],
  wish: { pool?: string; prefixLength?: number; place: RangePlace },
): { pool: NetworkPool; prefixLength: number } {
  const { place, pool: name } = wish;
  const pool = pools.find(
    one => (!name || one.name === name) && isFor(one, place),
  );
  if (!pool) {
    const where = [place.account, place.region, place.environment]
      .filter(Boolean)
      .join(', ');
    throw new InputError(
      pools.some(one => one.name === name)
        ? `pool: ${name} is not for ${where}: choose another one, or leave it out`
        : `pool: there is no pool ${
            name ?? `for ${where}`
          }: the platform team adds it to soa.delivery.network.pools`,
    );
  }
  const { prefixLength = pool.defaultPrefixLength } = wish;
  if (!pool.prefixLengths.has(prefixLength)) {
    throw new InputError(
      `prefixLength: ${pool.name} gives no /${prefixLength}: choose one of ${[
        ...pool.prefixLengths,
      ]
        .sort((a, b) => a - b)
        .map(length => `/${length}`)
        .join(', ')}`,
    );
  }
  return { pool, prefixLength };
}

function isFor(
  { regions, environments, accounts }: NetworkPool,
  { account, region, environment }: RangePlace,
): boolean {
  return (
    (!regions || regions.has(region)) &&
    (!accounts || accounts.has(account)) &&
    (!environments ||
      (environment !== undefined && environments.has(environment)))
  );
}
