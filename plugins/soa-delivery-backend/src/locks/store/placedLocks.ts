import type {
  LockTargetKind,
  ReservationOwnerKind,
} from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import type { PlacedRow } from './LockRecord';

/** Which locks; all that is absent is any. */
export interface LockFilter {
  id?: string;
  targetKind?: LockTargetKind;
  targetId?: string;
  componentRef?: string;
  ownerKind?: ReservationOwnerKind;
  ownerId?: string;
  state?: 'held' | 'waiting';
  /** The place of the last one of the page before. */
  after?: readonly [targetKind: string, targetId: string, seq: number];
  limit: number;
}

/** Locks with how many are before each, and with who holds what it waits for. */
export async function placedLocks(
  knex: Knex,
  filter: LockFilter,
  now: Date,
): Promise<PlacedRow[]> {
  const at = now.toISOString();
  const query = knex('soa_locks as lock')
    .select('lock.*', {
      holder_kind: 'holder.owner_kind',
      holder_component: 'holder.component_ref',
      holder_id: 'holder.owner_id',
    })
    .select({
      ahead: knex('soa_locks as other')
        .count('*')
        .whereRaw(
          'other.target_kind = lock.target_kind AND other.target_id = lock.target_id AND other.seq < lock.seq',
        )
        .andWhere('other.expires_at', '>', at),
    })
    .leftJoin('soa_locks as holder', join =>
      join
        .on('holder.target_kind', 'lock.target_kind')
        .andOn('holder.target_id', 'lock.target_id')
        .andOnNotNull('holder.held_since')
        .andOnVal('holder.expires_at', '>', at),
    )
    .where('lock.expires_at', '>', at)
    .orderBy(['lock.target_kind', 'lock.target_id', 'lock.seq'])
    .limit(filter.limit);
  const columns: Array<[string, string | undefined]> = [
    ['lock.id', filter.id],
    ['lock.target_kind', filter.targetKind],
    ['lock.target_id', filter.targetId],
    ['lock.component_ref', filter.componentRef],
    ['lock.owner_kind', filter.ownerKind],
    ['lock.owner_id', filter.ownerId],
  ];
  for (const [column, value] of columns) {
    if (value !== undefined) {
      query.where(column, value);
    }
  }
  if (filter.state === 'held') {
    query.whereNotNull('lock.held_since');
  } else if (filter.state === 'waiting') {
    query.whereNull('lock.held_since');
  }
  if (filter.after) {
    query.whereRaw('(lock.target_kind, lock.target_id, lock.seq) > (?, ?, ?)', [
      ...filter.after,
    ]);
  }
  return query;
}
