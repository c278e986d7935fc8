import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import { fingerprint } from './fingerprint';
import { ROLLOUT_COLUMNS } from './rows';
import type { ListedRow, RolloutRow, TargetRow } from './rows';
import { waveNumbers } from './waveNumbers';

/**
 * Inserts what is asked for, unless there is a rollout in its place: that of the
 * same initiator and idempotency key, or else one of the same request that can
 * still be joined.
 *
 * @returns the row that is there now
 * @throws ConflictError if the key was used for something else
 */
export async function insertRollout(
  knex: Knex,
  request: RolloutRequest,
  options: { initiator: string; at: string },
): Promise<ListedRow> {
  const { initiator, at } = options;
  const id = randomUUID();
  const row = {
    id,
    component_ref: request.componentRef,
    initiator,
    idempotency_key: request.idempotencyKey ?? id,
    fingerprint: fingerprint(request),
    state: 'running',
    source_url: request.source.url,
    created_at: at,
    updated_at: at,
  };
  // The one in whose place it is may begin to read before it is looked at here.
  for (;;) {
    await tryToInsert(knex, row, request);
    const found = await inPlaceOf(knex, row);
    if (found) {
      return found;
    }
  }
}

type NewRow = Pick<
  RolloutRow,
  'id' | 'initiator' | 'idempotency_key' | 'fingerprint'
>;

async function tryToInsert(
  knex: Knex,
  row: NewRow,
  request: RolloutRequest,
): Promise<void> {
  const waves = waveNumbers(request);
  await knex.transaction(async tx => {
    const inserted = await tx<RolloutRow>('soa_rollouts')
      .insert(row)
      .onConflict()
      .ignore()
      .returning('id');
    if (inserted.length > 0) {
      await tx<TargetRow>('soa_rollout_targets').insert(
        request.placements.map((placement, position) => ({
          rollout_id: row.id,
          position,
          wave: waves[position],
          placement: JSON.stringify(placement),
          state: 'waiting',
        })),
      );
    }
  });
}

async function inPlaceOf(
  knex: Knex,
  { initiator, idempotency_key: key, fingerprint: print }: NewRow,
): Promise<ListedRow | undefined> {
  const rows = await knex<RolloutRow>('soa_rollouts')
    .select(...ROLLOUT_COLUMNS)
    .where({ initiator, idempotency_key: key })
    .orWhere({ joinable: true, fingerprint: print });
  const keyed = rows.find(
    row => row.initiator === initiator && row.idempotency_key === key,
  );
  if (keyed && keyed.fingerprint !== print) {
    throw new ConflictError(
      `idempotencyKey: it was used for another rollout, ${keyed.id}: give another key`,
    );
  }
  return keyed ?? rows[0];
}
