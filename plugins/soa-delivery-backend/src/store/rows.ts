import { toColumns } from './toColumns';
import type { ListedRollout, RolloutRecord } from './RolloutRecord';
import type { RolloutFieldsChange } from './RolloutRecord';

export interface RolloutRow {
  id: string;
  component_ref: string;
  initiator: string;
  owner: string | null;
  component_uid: string | null;
  idempotency_key: string;
  fingerprint: string;
  /** Nothing was read for it, nothing of it has failed, and it runs. */
  joinable: boolean;
  operation: string;
  plan: string;
  state: string;
  version: number;
  planned: boolean;
  failure: string | null;
  undo: string | null;
  failed_stage: number | null;
  source_url: string;
  archive: Buffer | null;
  commit: string | null;
  message: string | null;
  created_at: string;
  updated_at: string;
  ended_at: string | null;
  end_told_at: string | null;
  unregister: boolean;
  exclusive: boolean;
  aftermath_done_at: string | null;
}

/** Without what every workspace gets, and what only the database looks at. */
export type ListedRow = Omit<
  RolloutRow,
  'archive' | 'commit' | 'joinable' | 'end_told_at' | 'aftermath_done_at'
>;

export const ROLLOUT_COLUMNS = [
  'id',
  'component_ref',
  'initiator',
  'owner',
  'component_uid',
  'idempotency_key',
  'fingerprint',
  'operation',
  'unregister',
  'exclusive',
  'plan',
  'state',
  'version',
  'planned',
  'failure',
  'undo',
  'failed_stage',
  'source_url',
  'message',
  'created_at',
  'updated_at',
  'ended_at',
] as const;

export function toListed(row: ListedRow): ListedRollout {
  return {
    id: row.id,
    componentRef: row.component_ref,
    initiator: row.initiator,
    owner: row.owner ?? undefined,
    operation: row.operation as ListedRollout['operation'],
    state: row.state as ListedRollout['state'],
    sourceUrl: row.source_url,
    message: row.message ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    endedAt: row.ended_at ?? undefined,
  };
}

/** What the row itself says of a rollout. */
export function toRollout(
  row: ListedRow,
): Omit<RolloutRecord, 'targets' | 'waves' | 'approvals'> {
  return {
    ...toListed(row),
    componentUid: row.component_uid ?? undefined,
    version: row.version,
    unregister: Boolean(row.unregister),
    exclusive: Boolean(row.exclusive),
    stages: JSON.parse(row.plan),
    // SQLite knows no booleans.
    planned: Boolean(row.planned),
    failure: row.failure ?? undefined,
    undo: (row.undo as RolloutRecord['undo']) ?? undefined,
    failedStage: row.failed_stage ?? undefined,
  };
}

const COLUMNS: Record<keyof RolloutFieldsChange, keyof RolloutRow> = {
  state: 'state',
  planned: 'planned',
  failure: 'failure',
  undo: 'undo',
  failedStage: 'failed_stage',
  message: 'message',
  endedAt: 'ended_at',
};

export function toRolloutColumns(
  change: RolloutFieldsChange,
): Partial<RolloutRow> {
  return toColumns(change, COLUMNS);
}
