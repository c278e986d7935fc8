import type {
  ResolvedPlacement,
  RolloutRun,
  RolloutRunPurpose,
  RolloutTargetPlan,
} from '@backstage-soa/plugin-soa-common';

/**
 * Where a placement is in its phase.
 *
 * - `waiting`: to begin
 * - `preparing`: its workspace is looked for
 * - `uploading`: it is given its configuration, and its run is asked for
 * - `planning`, `confirming`, `applying`: so is its run
 * - `deleting`: all is destroyed, and its workspace goes
 */
export type TargetState =
  | 'waiting'
  | 'preparing'
  | 'uploading'
  | 'planning'
  | 'confirming'
  | 'applying'
  | 'deleting'
  | EndState;

export type EndState =
  | 'applied'
  | 'rolled-back'
  | 'destroyed'
  | 'failed'
  | 'canceled'
  | 'skipped';

/** Those in which nothing more happens to a target in its phase. */
export const END_STATES: readonly TargetState[] = [
  'applied',
  'rolled-back',
  'destroyed',
  'failed',
  'canceled',
  'skipped',
];

/** A run that a target has had. */
export type PastRun = Omit<RolloutRun, 'url'>;

/** A placement of a rollout, as it is kept. */
export interface TargetRecord {
  rolloutId: string;
  position: number;
  /** From 0, through all stages. */
  wave: number;
  placement: ResolvedPlacement;
  /** What its runs are for now. */
  phase: RolloutRunPurpose;
  state: TargetState;
  workspaceId?: string;
  /** Set before the configuration is uploaded: another replica may be at it. */
  uploadRequestedAt?: string;
  configurationVersionId?: string;
  /** What the workspace had applied before. */
  previousConfigurationVersionId?: string;
  /** Whether the workspace had nothing before; absent until that is known. */
  isNew?: boolean;
  /** Set before its run is told to apply. */
  confirmedAt?: string;
  /** Set before the run is asked for: without `runId`, it may exist all the same. */
  runRequestedAt?: string;
  runId?: string;
  runStatus?: string;
  pastRuns: PastRun[];
  plan?: RolloutTargetPlan;
  planError?: string;
  /** Of the run that takes it back. */
  undoPlan?: RolloutTargetPlan;
  error?: string;
  /** Counts changes: who builds on an old one changes nothing. */
  version: number;
  /** In a row, for reasons that may pass. */
  failedAttempts: number;
  failingSince?: string;
  nextAttemptAt?: string;
}

/** What is changed of a target. */
export type TargetChange = Partial<
  Omit<
    TargetRecord,
    'rolloutId' | 'position' | 'wave' | 'placement' | 'version'
  >
>;
