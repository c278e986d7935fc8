import type { TargetChange, TargetRecord } from './TargetRecord';
import { toColumns } from './toColumns';

export interface TargetRow {
  rollout_id: string;
  position: number;
  wave: number;
  placement: string;
  phase: string;
  state: string;
  workspace_id: string | null;
  upload_requested_at: string | null;
  configuration_version_id: string | null;
  previous_configuration_version_id: string | null;
  is_new: boolean | null;
  confirmed_at: string | null;
  run_requested_at: string | null;
  run_id: string | null;
  run_status: string | null;
  past_runs: string | null;
  plan: string | null;
  plan_error: string | null;
  undo_plan: string | null;
  error: string | null;
  version: number;
  failed_attempts: number;
  failing_since: string | null;
  next_attempt_at: string | null;
}

export function toTarget(row: TargetRow): TargetRecord {
  return {
    rolloutId: row.rollout_id,
    position: row.position,
    wave: row.wave,
    placement: JSON.parse(row.placement),
    phase: row.phase as TargetRecord['phase'],
    state: row.state as TargetRecord['state'],
    workspaceId: row.workspace_id ?? undefined,
    uploadRequestedAt: row.upload_requested_at ?? undefined,
    configurationVersionId: row.configuration_version_id ?? undefined,
    previousConfigurationVersionId:
      row.previous_configuration_version_id ?? undefined,
    isNew: row.is_new === null ? undefined : Boolean(row.is_new),
    confirmedAt: row.confirmed_at ?? undefined,
    runRequestedAt: row.run_requested_at ?? undefined,
    runId: row.run_id ?? undefined,
    runStatus: row.run_status ?? undefined,
    pastRuns: row.past_runs ? JSON.parse(row.past_runs) : [],
    plan: row.plan ? JSON.parse(row.plan) : undefined,
    planError: row.plan_error ?? undefined,
    undoPlan: row.undo_plan ? JSON.parse(row.undo_plan) : undefined,
    error: row.error ?? undefined,
    version: row.version,
    failedAttempts: row.failed_attempts,
    failingSince: row.failing_since ?? undefined,
    nextAttemptAt: row.next_attempt_at ?? undefined,
  };
}

const COLUMNS: Record<keyof TargetChange, keyof TargetRow> = {
  phase: 'phase',
  state: 'state',
  workspaceId: 'workspace_id',
  uploadRequestedAt: 'upload_requested_at',
  configurationVersionId: 'configuration_version_id',
  previousConfigurationVersionId: 'previous_configuration_version_id',
  isNew: 'is_new',
  confirmedAt: 'confirmed_at',
  runRequestedAt: 'run_requested_at',
  runId: 'run_id',
  runStatus: 'run_status',
  pastRuns: 'past_runs',
  plan: 'plan',
  planError: 'plan_error',
  undoPlan: 'undo_plan',
  error: 'error',
  failedAttempts: 'failed_attempts',
  failingSince: 'failing_since',
  nextAttemptAt: 'next_attempt_at',
};

export function toTargetColumns(change: TargetChange): Partial<TargetRow> {
  return toColumns(change, COLUMNS);
}
