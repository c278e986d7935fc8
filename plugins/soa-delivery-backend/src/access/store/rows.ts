import type { AccessEntry, EntryChange } from './AccessEntry';
import type { AccountChange, AccountRecord } from './AccountRecord';

export interface EntryRow {
  organization: string;
  account: string;
  workspace: string;
  project: string;
  runtime: string;
  component_ref: string;
  requested_by: string;
  requested_at: string;
  removal_requested_by: string | null;
  wish: string;
  state: string;
  applied: string | null;
  reason: string | null;
  ready_at: string | null;
  revision: number;
  queued_at: string;
  suspects: string | null;
  missing_since: string | null;
}

export interface AccountRow {
  organization: string;
  account: string;
  step: string;
  batch: string | null;
  workspace_id: string | null;
  workspace_name: string | null;
  write_requested_at: string | null;
  run_requested_at: string | null;
  run_id: string | null;
  run_status: string | null;
  needs_person: boolean | number;
  failed_runs: number;
  version: number;
  error: string | null;
  failed_attempts: number;
  failing_since: string | null;
  next_attempt_at: string | null;
}

export function toEntry(row: EntryRow): AccessEntry {
  return {
    organization: row.organization,
    account: row.account,
    workspace: row.workspace,
    project: row.project,
    runtime: row.runtime,
    componentRef: row.component_ref,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    removalRequestedBy: row.removal_requested_by ?? undefined,
    wish: row.wish as AccessEntry['wish'],
    state: row.state as AccessEntry['state'],
    applied: row.applied ? JSON.parse(row.applied) : undefined,
    reason: row.reason ?? undefined,
    readyAt: row.ready_at ?? undefined,
    revision: row.revision,
    queuedAt: row.queued_at,
    suspects: row.suspects ?? undefined,
    missingSince: row.missing_since ?? undefined,
  };
}

export function toAccount(row: AccountRow): AccountRecord {
  return {
    organization: row.organization,
    account: row.account,
    step: row.step as AccountRecord['step'],
    batch: row.batch ? JSON.parse(row.batch) : undefined,
    workspaceId: row.workspace_id ?? undefined,
    workspaceName: row.workspace_name ?? undefined,
    writeRequestedAt: row.write_requested_at ?? undefined,
    runRequestedAt: row.run_requested_at ?? undefined,
    runId: row.run_id ?? undefined,
    runStatus: row.run_status ?? undefined,
    // SQLite knows no truth values.
    needsPerson: Boolean(row.needs_person),
    failedRuns: row.failed_runs,
    version: row.version,
    error: row.error ?? undefined,
    failedAttempts: row.failed_attempts,
    failingSince: row.failing_since ?? undefined,
    nextAttemptAt: row.next_attempt_at ?? undefined,
  };
}

const ACCOUNT_COLUMNS: Record<keyof AccountChange, keyof AccountRow> = {
  step: 'step',
  batch: 'batch',
  workspaceId: 'workspace_id',
  workspaceName: 'workspace_name',
  writeRequestedAt: 'write_requested_at',
  runRequestedAt: 'run_requested_at',
  runId: 'run_id',
  runStatus: 'run_status',
  needsPerson: 'needs_person',
  failedRuns: 'failed_runs',
  error: 'error',
  failedAttempts: 'failed_attempts',
  failingSince: 'failing_since',
  nextAttemptAt: 'next_attempt_at',
};

/** A key that is there with the value `undefined` empties its column. */
export function toAccountColumns(change: AccountChange): Partial<AccountRow> {
  return Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      ACCOUNT_COLUMNS[key as keyof AccountChange],
      key === 'batch' && value ? JSON.stringify(value) : value ?? null,
    ]),
  );
}

const ENTRY_COLUMNS: Record<
  keyof NonNullable<EntryChange['to']>,
  keyof EntryRow
> = {
  state: 'state',
  applied: 'applied',
  reason: 'reason',
  readyAt: 'ready_at',
  queuedAt: 'queued_at',
  suspects: 'suspects',
};

/** A key that is there with the value `undefined` empties its column. */
export function toEntryColumns(
  change: NonNullable<EntryChange['to']>,
): Partial<EntryRow> {
  return Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      ENTRY_COLUMNS[key as keyof NonNullable<EntryChange['to']>],
      key === 'applied' && value ? JSON.stringify(value) : value ?? null,
    ]),
  );
}
