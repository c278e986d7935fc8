import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { ROLLOUT_COLUMNS } from './rows';
import type { ListedRow, RolloutRow } from './rows';

/**
 * The rollout that somebody who asks gets: that of the same initiator and key, or
 * else one of the same request that can still be joined.
 *
 * @throws ConflictError if the key was used for something else
 */
export async function findInPlace(
  knex: Knex,
  asked: { initiator: string; key: string | undefined; fingerprint: string },
): Promise<ListedRow | undefined> {
  const { initiator, key, fingerprint } = asked;
  const query = knex<RolloutRow>('soa_rollouts')
    .select(...ROLLOUT_COLUMNS)
    .where({ joinable: true, fingerprint });
  if (key !== undefined) {
    query.orWhere({ initiator, idempotency_key: key });
  }
  const rows = await query;
  const keyed = rows.find(
    row => row.initiator === initiator && row.idempotency_key === key,
  );
  if (keyed && keyed.fingerprint !== fingerprint) {
    throw new ConflictError(
      `idempotencyKey: it was used for another rollout, ${keyed.id}: give another key`,
    );
  }
  return keyed ?? rows[0];
}
