import type { Knex } from 'knex';
import { ownerColumns } from '../../reservations';
import type { RangeRow, RangeWish } from './RangeRecord';

/** The range of an owner by its name. */
export function rangeOf(
  knex: Knex,
  wish: Pick<RangeWish, 'owner' | 'account' | 'region' | 'name'>,
) {
  const { owner, account, region, name } = wish;
  return knex<RangeRow>('soa_network_ranges').where({
    ...ownerColumns(owner),
    account,
    region,
    name,
  });
}
