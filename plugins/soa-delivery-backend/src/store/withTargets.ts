import type { Knex } from 'knex';
import type { RolloutRecord } from './RolloutRecord';
import { toRollout, toTarget } from './rows';
import type { ListedRow, TargetRow } from './rows';
import type { TargetRecord } from './TargetRecord';

// SQLite and PostgreSQL take only so many parameters.
const LARGEST_LIST = 1_000;

/** Rollouts with their targets, in the order of the rows. */
export async function withTargets(
  knex: Knex,
  rows: ReadonlyArray<ListedRow>,
): Promise<RolloutRecord[]> {
  const targets = new Map<string, TargetRecord[]>(
    rows.map(({ id }) => [id, []]),
  );
  const ids = [...targets.keys()];
  for (let start = 0; start < ids.length; start += LARGEST_LIST) {
    const found = await knex<TargetRow>('soa_rollout_targets')
      .whereIn('rollout_id', ids.slice(start, start + LARGEST_LIST))
      .orderBy('position');
    for (const row of found) {
      targets.get(row.rollout_id)!.push(toTarget(row));
    }
  }
  return rows.map(row => ({
    ...toRollout(row),
    targets: targets.get(row.id)!,
  }));
}
