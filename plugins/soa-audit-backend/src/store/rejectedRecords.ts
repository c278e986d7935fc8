import type { Knex } from 'knex';

/** How many records of a shard could not be understood, and why. */
export interface Rejection {
  account: string;
  region: string;
  count: number;
  /** One of the reasons. */
  reason: string;
  /** ISO 8601; of those whose time could be read. */
  first: string | null;
  last: string | null;
  /** How many have no time that could be read. */
  untimed: number;
  /** ISO 8601: when the last one was read. */
  readAt: string;
}

/**
 * What could not be understood of a period; what has no time can be of any that
 * was over when it was read.
 *
 * @param period - ISO 8601, as it is stored
 */
export async function listRejections(
  knex: Knex,
  accounts: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<Rejection[]> {
  const rows: Array<
    Omit<Rejection, 'count' | 'untimed'> & {
      count: number | string;
      timed: number | string;
    }
  > = await knex('soa_audit_rejected_records')
    .whereIn('account', accounts)
    .where(inTime =>
      inTime
        .where(timed =>
          timed.where('event_time', '>=', from).where('event_time', '<', to),
        )
        .orWhere(untimed =>
          untimed.whereNull('event_time').where('rejected_at', '>', from),
        ),
    )
    .groupBy('account', 'region')
    .orderBy(['account', 'region'])
    .select('account', 'region')
    .min({ reason: 'reason', first: 'event_time' })
    .max({ last: 'event_time', readAt: 'rejected_at' })
    .count({ count: '*', timed: 'event_time' });
  return rows.map(({ count, timed, ...row }) => ({
    ...row,
    count: Number(count),
    untimed: Number(count) - Number(timed),
  }));
}
