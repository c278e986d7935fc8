import type { ListedRollout } from './RolloutRecord';
import type { TargetChange, TargetRecord } from './TargetRecord';

export interface RolloutRow {
  id: string;
  component_ref: string;
  initiator: string;
  idempotency_key: string;
  fingerprint: string;
  /** Nothing was read for it, nothing of it has failed, and it runs. */
  joinable: boolean;
  state: string;
  source_url: string;
  archive: Buffer | null;
  message: string | null;
  created_at: string;
  updated_at: string;
  ended_at: string | null;
}

/** Without the archive, which is large, and what only the database looks at. */
export type ListedRow = Omit<RolloutRow, 'archive' | 'joinable'>;

export const ROLLOUT_COLUMNS = [
  'id',
  'component_ref',
  'initiator',
  'idempotency_key',
  'fingerprint',
  'state',
  'source_url',
  'message',
  'created_at',
  'updated_at',
  'ended_at',
] as const;

export interface TargetRow {
  rollout_id: string;
  position: number;
  wave: number;
  placement: string;
  state: string;
  workspace_id: string | null;
  upload_requested_at: string | null;
  configuration_version_id: string | null;
  run_requested_at: string | null;
  run_id: string | null;
  run_status: string | null;
  plan: string | null;
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
    state: row.state as TargetRecord['state'],
    workspaceId: row.workspace_id ?? undefined,
    uploadRequestedAt: row.upload_requested_at ?? undefined,
    configurationVersionId: row.configuration_version_id ?? undefined,
    runRequestedAt: row.run_requested_at ?? undefined,
    runId: row.run_id ?? undefined,
    runStatus: row.run_status ?? undefined,
    plan: row.plan ? JSON.parse(row.plan) : undefined,
    error: row.error ?? undefined,
    version: row.version,
    failedAttempts: row.failed_attempts,
    failingSince: row.failing_since ?? undefined,
    nextAttemptAt: row.next_attempt_at ?? undefined,
  };
}

export function toRollout(row: ListedRow): ListedRollout {
  return {
    id: row.id,
    componentRef: row.component_ref,
    initiator: row.initiator,
    state: row.state as ListedRollout['state'],
    sourceUrl: row.source_url,
    message: row.message ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    endedAt: row.ended_at ?? undefined,
  };
}

const COLUMNS: Record<keyof TargetChange, keyof TargetRow> = {
  state: 'state',
  workspaceId: 'workspace_id',
  uploadRequestedAt: 'upload_requested_at',
  configurationVersionId: 'configuration_version_id',
  runRequestedAt: 'run_requested_at',
  runId: 'run_id',
  runStatus: 'run_status',
  plan: 'plan',
  error: 'error',
  failedAttempts: 'failed_attempts',
  failingSince: 'failing_since',
  nextAttemptAt: 'next_attempt_at',
};

/** A key that is there with the value `undefined` empties its column. */
export function toTargetColumns(change: TargetChange): Partial<TargetRow> {
  return Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      COLUMNS[key as keyof TargetChange],
      key === 'plan' && value ? JSON.stringify(value) : value ?? null,
    ]),
  );
}
