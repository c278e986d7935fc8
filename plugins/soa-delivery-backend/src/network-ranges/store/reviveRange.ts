import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { rangeOf } from './rangeOf';
import { toRange } from './RangeRecord';
import type { RangeRecord, RangeRow, RangeWish } from './RangeRecord';

/**
 * The owner's range by that name, which it keeps from now on.
 *
 * @throws ConflictError if it is another one than is asked for, or is being given back
 *   to AWS IPAM
 */
export async function reviveRange(
  tx: Knex.Transaction,
  wish: RangeWish,
): Promise<RangeRecord | undefined> {
  // Whoever settles or releases it meanwhile comes after.
  const row = await rangeOf(tx, wish).forUpdate().first();
  if (!row) {
    return undefined;
  }
  if (
    row.pool !== wish.pool ||
    Number(row.prefix_length) !== wish.prefixLength
  ) {
    throw new ConflictError(
      `name: the owner has a range ${row.name} in ${row.account}, ${
        row.region
      } already, ${row.cidr ?? `a /${row.prefix_length}`} of the pool ${
        row.pool
      }: free that one first, or choose another name`,
    );
  }
  // Of one that AWS IPAM is giving back nobody knows whether it still has it.
  if (row.state === 'releasing' && row.first === null) {
    throw new ConflictError(
      `name: the range ${row.name} is being given back: try again in some minutes`,
    );
  }
  const change = {
    state: row.state === 'releasing' ? 'held' : row.state,
    released_at: null,
    missing_since: null,
  };
  await tx<RangeRow>('soa_network_ranges').where({ id: row.id }).update(change);
  return toRange({ ...row, ...change });
}
