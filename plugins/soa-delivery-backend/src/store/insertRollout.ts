import { randomUUID } from 'node:crypto';
import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import { findInPlace } from './findInPlace';
import { fingerprint } from './fingerprint';
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
    const found = await findInPlace(knex, {
      initiator,
      key: row.idempotency_key,
      fingerprint: row.fingerprint,
    });
    if (found) {
      return found;
    }
  }
}

async function tryToInsert(
  knex: Knex,
  row: Pick<RolloutRow, 'id'>,
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
