import type { Knex } from 'knex';
import { toApproval } from './approvalRows';
import type { ApprovalRow } from './approvalRows';
import type { RolloutRecord } from './RolloutRecord';
import { toRollout } from './rows';
import type { ListedRow } from './rows';
import { toTarget } from './targetRows';
import type { TargetRow } from './targetRows';
import { toWave } from './waveRows';
import type { WaveRow } from './waveRows';

// SQLite and PostgreSQL take only so many parameters.
const LARGEST_LIST = 1_000;

/**
 * Rollouts with all that belongs to them, in the order of the rows. These were read
 * before: whatever is changed meanwhile counts up the version that they do not show.
 */
export async function readRecords(
  knex: Knex,
  rows: ReadonlyArray<ListedRow>,
): Promise<RolloutRecord[]> {
  const ids = rows.map(({ id }) => id);
  const [targets, waves, approvals] = await Promise.all([
    readAll<TargetRow>(knex, ids, 'soa_rollout_targets', 'position'),
    readAll<WaveRow>(knex, ids, 'soa_rollout_waves', 'wave'),
    readAll<ApprovalRow>(knex, ids, 'soa_rollout_approvals', 'id'),
  ]);
  return rows.map(row => ({
    ...toRollout(row),
    targets: (targets.get(row.id) ?? []).map(toTarget),
    waves: (waves.get(row.id) ?? []).map(toWave),
    approvals: (approvals.get(row.id) ?? []).map(toApproval),
  }));
}

async function readAll<Row extends { rollout_id: string }>(
  knex: Knex,
  ids: readonly string[],
  table: string,
  order: string,
): Promise<Map<string, Row[]>> {
  const byRollout = new Map<string, Row[]>();
  for (let start = 0; start < ids.length; start += LARGEST_LIST) {
    const found: Row[] = await knex(table)
      .whereIn('rollout_id', ids.slice(start, start + LARGEST_LIST))
      .orderBy(order);
    for (const row of found) {
      const own = byRollout.get(row.rollout_id) ?? [];
      own.push(row);
      byRollout.set(row.rollout_id, own);
    }
  }
  return byRollout;
}
