import { randomUUID } from 'node:crypto';
import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import type { ResolvedStage } from '../plan';
import { fromApproval } from './approvalRows';
import type { ApprovalRow } from './approvalRows';
import { fromEvent } from './eventRows';
import type { EventRow } from './eventRows';
import { findInPlace } from './findInPlace';
import { fingerprint } from './fingerprint';
import { firstPhases } from './firstPhases';
import type { ListedRow, RolloutRow } from './rows';
import type { TargetRow } from './targetRows';
import type { WaveRow } from './waveRows';

/** What is asked for, and the stages that it is gone through in. */
export interface RolloutWish extends Omit<RolloutRequest, 'plan'> {
  stages: ResolvedStage[];
  /** The group that owns the component: its entity reference. */
  owner?: string;
  /** The component's in the catalog. */
  componentUid?: string;
  /** Why it is started, as a sentence, where nobody has pressed a button for it. */
  comment?: string;
}

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
  wish: RolloutWish,
  options: { initiator: string; at: string },
): Promise<ListedRow> {
  const { initiator, at } = options;
  const id = randomUUID();
  const row = {
    id,
    component_ref: wish.componentRef,
    initiator,
    owner: wish.owner ?? null,
    component_uid: wish.componentUid ?? null,
    idempotency_key: wish.idempotencyKey ?? id,
    fingerprint: fingerprint(wish),
    operation: wish.operation ?? 'apply',
    unregister: wish.unregister ?? false,
    exclusive: wish.exclusive ?? false,
    plan: JSON.stringify(wish.stages),
    state: 'running',
    source_url: wish.source.url,
    created_at: at,
    updated_at: at,
  };
  // The one in whose place it is may begin to read before it is looked at here.
  for (;;) {
    await tryToInsert(knex, row, wish);
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
  row: Pick<RolloutRow, 'id' | 'initiator' | 'created_at'>,
  { placements, stages, operation = 'apply', comment }: RolloutWish,
): Promise<void> {
  const waves = stages.flatMap(stage => stage.waves);
  const waveOf = new Map(
    waves.flatMap(({ keys }, wave) => keys.map(key => [key, wave] as const)),
  );
  const phases = firstPhases(stages, operation);
  const rolloutId = row.id;
  await knex.transaction(async tx => {
    const inserted = await tx<RolloutRow>('soa_rollouts')
      .insert(row)
      .onConflict()
      .ignore()
      .returning('id');
    if (inserted.length === 0) {
      return;
    }
    await tx.batchInsert<TargetRow>(
      'soa_rollout_targets',
      placements.map((placement, position) => ({
        rollout_id: rolloutId,
        position,
        wave: waveOf.get(placement.key)!,
        placement: JSON.stringify(placement),
        phase: phases[waveOf.get(placement.key)!],
        state: 'waiting',
      })) as never,
      100,
    );
    await tx<WaveRow>('soa_rollout_waves').insert(
      waves.map((_, wave) => ({ rollout_id: rolloutId, wave })),
    );
    const approvals = stages.flatMap(({ approval }, stage) =>
      approval
        ? [
            fromApproval({
              id: randomUUID(),
              rolloutId,
              kind: 'stage',
              stage,
              groups: [approval.group],
              notInitiator: approval.notInitiator,
              state: 'pending',
            }),
          ]
        : [],
    );
    if (approvals.length > 0) {
      await tx<ApprovalRow>('soa_rollout_approvals').insert(approvals);
    }
    await tx<EventRow>('soa_rollout_events').insert(
      fromEvent(
        { kind: 'started', actor: row.initiator, comment },
        { rolloutId, at: row.created_at },
      ),
    );
  });
}
