import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { ownerColumns } from '../../reservations';
import type { Span } from '../pools';
import { toRange } from './RangeRecord';
import type { RangeRecord, RangeRow, RangeWish } from './RangeRecord';

/** Notes a range that somebody gets. */
export async function insertRange(
  tx: Knex.Transaction,
  wish: RangeWish,
  at: Date,
  given: Pick<RangeRow, 'state' | 'cidr'> & Partial<Span>,
): Promise<RangeRecord> {
  const row: RangeRow = {
    id: randomUUID(),
    name: wish.name,
    pool: wish.pool,
    account: wish.account,
    region: wish.region,
    ...ownerColumns(wish.owner),
    prefix_length: wish.prefixLength,
    first: null,
    last: null,
    allocation_id: null,
    requested_by: wish.requestedBy,
    requested_at: at.toISOString(),
    released_at: null,
    missing_since: null,
    ...given,
  };
  await tx<RangeRow>('soa_network_ranges').insert(row);
  return toRange(row);
}
