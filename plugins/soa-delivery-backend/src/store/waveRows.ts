import { toColumns } from './toColumns';
import type { WaveChange, WaveRecord } from './WaveRecord';

export interface WaveRow {
  rollout_id: string;
  wave: number;
  begun_at: string | null;
  applied_at: string | null;
  bake_until: string | null;
  passed_at: string | null;
  failed_at: string | null;
  checks: string | null;
  next_check_at: string | null;
}

export function toWave(row: WaveRow): WaveRecord {
  return {
    wave: row.wave,
    begunAt: row.begun_at ?? undefined,
    appliedAt: row.applied_at ?? undefined,
    bakeUntil: row.bake_until ?? undefined,
    passedAt: row.passed_at ?? undefined,
    failedAt: row.failed_at ?? undefined,
    checks: row.checks ? JSON.parse(row.checks) : undefined,
    nextCheckAt: row.next_check_at ?? undefined,
  };
}

const COLUMNS: Record<keyof WaveChange, keyof WaveRow> = {
  begunAt: 'begun_at',
  appliedAt: 'applied_at',
  bakeUntil: 'bake_until',
  passedAt: 'passed_at',
  failedAt: 'failed_at',
  checks: 'checks',
  nextCheckAt: 'next_check_at',
};

export function toWaveColumns(change: WaveChange): Partial<WaveRow> {
  return toColumns(change, COLUMNS);
}
