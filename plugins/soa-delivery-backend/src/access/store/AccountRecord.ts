import type { AccessGrant } from './AccessEntry';

/**
 * - `idle`: nothing is under way
 * - `writing`: the variable of the access workspace gets the batch
 * - `starting`: its run is asked for
 * - `following`: the run goes on
 * - `withdrawing`: the run was not applied, and the variable is put back
 */
export type AccountStep =
  | 'idle'
  | 'writing'
  | 'starting'
  | 'following'
  | 'withdrawing';

/** What one run of an access workspace gives and takes. */
export interface AccessBatch {
  /** By it the run is found again. */
  id: string;
  /**
   * By the workspace; `null`: it is taken away. None at all: the run only tells
   * whether runs succeed.
   */
  grants: Record<string, AccessGrant | null>;
}

/** How far the access workspace of an account is. */
export interface AccountRecord {
  organization: string;
  account: string;
  step: AccountStep;
  batch?: AccessBatch;
  workspaceId?: string;
  workspaceName?: string;
  /** Set before the variable is written: another replica may be at it. */
  writeRequestedAt?: string;
  /** Set before the run is asked for: without `runId`, it may exist all the same. */
  runRequestedAt?: string;
  runId?: string;
  runStatus?: string;
  /** Whether the run waits for somebody to confirm it, or to decide. */
  needsPerson: boolean;
  /** In a row, while the entries that are at fault are looked for. */
  failedRuns: number;
  /** Counts changes: who builds on an old one changes nothing. */
  version: number;
  /** One sentence: what is being tried again. */
  error?: string;
  /** In a row, for reasons that may pass. */
  failedAttempts: number;
  failingSince?: string;
  nextAttemptAt?: string;
}

/** What a step changes of it. */
export type AccountChange = Partial<
  Omit<AccountRecord, 'organization' | 'account' | 'version'>
>;
