import type { ReservationOwnerKind } from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import { toRange } from './RangeRecord';
import type { RangeRecord, RangeRow } from './RangeRecord';

/** Which ranges; all that is absent is any. */
export interface RangeFilter {
  id?: string;
  pool?: string;
  account?: string;
  region?: string;
  name?: string;
  componentRef?: string;
  ownerKind?: ReservationOwnerKind;
  ownerId?: string;
  /** The place of the last one of the page before. */
  after?: readonly [requestedAt: string, id: string];
  limit: number;
}

/** Newest first. */
export async function listRanges(
  knex: Knex,
  filter: RangeFilter,
): Promise<RangeRecord[]> {
  const { id, pool, account, region, name, componentRef, after } = filter;
  const query = knex<RangeRow>('soa_network_ranges')
    .where({
      ...(id && { id }),
      ...(pool && { pool }),
      ...(account && { account }),
      ...(region && { region }),
      ...(name && { name }),
      ...(componentRef && { component_ref: componentRef }),
      ...(filter.ownerKind && { owner_kind: filter.ownerKind }),
      ...(filter.ownerId && { owner_id: filter.ownerId }),
    })
    .orderBy([
      { column: 'requested_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(filter.limit);
  if (after) {
    query.whereRaw('(requested_at, id) < (?, ?)', [...after]);
  }
  return (await query).map(toRange);
}
