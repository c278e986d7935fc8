import type {
  ResolvedPlacement,
  SandboxEnvironmentState,
} from '@backstage-soa/plugin-soa-common';

/** A sandbox environment, as it is kept. */
export interface SandboxRecord {
  componentRef: string;
  /** Counts changes of it. */
  version: number;
  owner: string;
  requestedBy: string;
  placements: ResolvedPlacement[];
  sourceUrl: string;
  createdAt: string;
  expiresAt: string;
  /** How many of the reminders are sent, or need not be. */
  reminded: number;
  state: SandboxEnvironmentState;
  /** Absent for one whose time is up. */
  deletedBy?: string;
  /** How many rollouts were to destroy it. */
  attempts: number;
  /** Of one that has failed. */
  nextAttemptAt?: string;
  rolloutId?: string;
  message?: string;
}

/** What is changed of one; what is `undefined` is taken away. */
export type SandboxChange = Partial<
  Omit<SandboxRecord, 'componentRef' | 'version' | 'createdAt' | 'requestedBy'>
>;

export interface SandboxRow {
  component_ref: string;
  version: number;
  owner: string;
  requested_by: string;
  placements: string;
  source_url: string;
  created_at: string;
  expires_at: string;
  reminded: number;
  state: string;
  deleted_by: string | null;
  attempts: number;
  next_attempt_at: string | null;
  rollout_id: string | null;
  message: string | null;
}

export function toSandbox(row: SandboxRow): SandboxRecord {
  return {
    componentRef: row.component_ref,
    version: row.version,
    owner: row.owner,
    requestedBy: row.requested_by,
    placements: JSON.parse(row.placements),
    sourceUrl: row.source_url,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    reminded: row.reminded,
    state: row.state as SandboxRecord['state'],
    deletedBy: row.deleted_by ?? undefined,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at ?? undefined,
    rolloutId: row.rollout_id ?? undefined,
    message: row.message ?? undefined,
  };
}

export function fromSandbox(record: SandboxRecord): SandboxRow {
  return {
    component_ref: record.componentRef,
    version: record.version,
    owner: record.owner,
    requested_by: record.requestedBy,
    placements: JSON.stringify(record.placements),
    source_url: record.sourceUrl,
    created_at: record.createdAt,
    expires_at: record.expiresAt,
    reminded: record.reminded,
    state: record.state,
    deleted_by: record.deletedBy ?? null,
    attempts: record.attempts,
    next_attempt_at: record.nextAttemptAt ?? null,
    rollout_id: record.rolloutId ?? null,
    message: record.message ?? null,
  };
}
