import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { fromApproval, toApprovalColumns } from './approvalRows';
import type { ApprovalRow } from './approvalRows';
import { fromEvent } from './eventRows';
import type { EventRow } from './eventRows';
import type { RolloutChange } from './RolloutChange';
import { ACTIVE_STATES } from './RolloutRecord';
import { toRolloutColumns } from './rows';
import type { RolloutRow } from './rows';
import { toTargetColumns } from './targetRows';
import type { TargetRow } from './targetRows';
import { toWaveColumns } from './waveRows';
import type { WaveRow } from './waveRows';

/**
 * Changes a rollout and what belongs to it at once.
 *
 * @param rollout - as it was when the change was decided on
 * @throws ConflictError if anything of it has been changed since
 */
export async function applyChange(
  knex: Knex,
  { id, version }: { id: string; version: number },
  change: RolloutChange,
  at: string,
): Promise<void> {
  const { rollout = {}, targets, waves, approvals } = change;
  const { newApprovals = [], events = [] } = change;
  const hasEnded = rollout.state && !ACTIVE_STATES.includes(rollout.state);
  await knex.transaction(async tx => {
    const changed = await tx<RolloutRow>('soa_rollouts')
      .where({ id, version })
      .update({
        ...toRolloutColumns(rollout),
        version: version + 1,
        updated_at: at,
        ...((hasEnded || rollout.failure) && { joinable: false }),
        // It is of no use any more.
        ...(hasEnded && {
          archive: null,
          ended_at: at,
          end_told_at: null,
        }),
      });
    if (changed === 0) {
      throw new ConflictError(`Rollout ${id} has been changed meanwhile`);
    }
    for (const [columns, positions] of alike(targets ?? new Map())) {
      await tx<TargetRow>('soa_rollout_targets')
        .where({ rollout_id: id })
        .whereIn('position', positions)
        .update({ ...columns, version: tx.raw('version + 1') as never });
    }
    for (const [wave, of] of waves ?? []) {
      await tx<WaveRow>('soa_rollout_waves')
        .where({ rollout_id: id, wave })
        .update(toWaveColumns(of));
    }
    for (const [approval, of] of approvals ?? []) {
      await tx<ApprovalRow>('soa_rollout_approvals')
        .where({ id: approval })
        .update(toApprovalColumns(of));
    }
    if (newApprovals.length > 0) {
      await tx<ApprovalRow>('soa_rollout_approvals').insert(
        newApprovals.map(fromApproval),
      );
    }
    if (events.length > 0) {
      await tx<EventRow>('soa_rollout_events').insert(
        events.map(event => fromEvent(event, { rolloutId: id, at })),
      );
    }
  });
}

/** Positions by what is changed of them: hundreds can be skipped at once. */
function alike(
  targets: NonNullable<RolloutChange['targets']>,
): Array<[Partial<TargetRow>, number[]]> {
  const groups = new Map<string, [Partial<TargetRow>, number[]]>();
  for (const [position, change] of targets) {
    const columns = toTargetColumns(change);
    const key = JSON.stringify(columns);
    const group = groups.get(key) ?? [columns, []];
    group[1].push(position);
    groups.set(key, group);
  }
  return [...groups.values()];
}
