import type { ResolvedPlacement } from '../accounts';

/**
 * - `running`: being advanced by the backend
 * - `applied`: every placement is applied
 * - `failed`: stopped by a failure; what was and was not done is in the targets
 * - `canceled`: stopped by a person
 *
 * @public
 */
export const ROLLOUT_STATES = [
  'running',
  'applied',
  'failed',
  'canceled',
] as const;

/** @public */
export type RolloutState = (typeof ROLLOUT_STATES)[number];

/**
 * Where a placement is on its way through a rollout.
 *
 * @public
 */
export const ROLLOUT_TARGET_STATES = [
  'waiting',
  'uploading',
  'planning',
  'confirming',
  'applying',
  'applied',
  'failed',
  'canceled',
  'skipped',
] as const;

/** @public */
export type RolloutTargetState = (typeof ROLLOUT_TARGET_STATES)[number];

/**
 * One placement in a rollout.
 *
 * @public
 */
export interface RolloutTarget {
  placement: ResolvedPlacement;
  state: RolloutTargetState;
  workspaceUrl?: string;
  run?: { id: string; status: string; url: string };
  /** What the plan would do: numbers of resources. */
  plan?: { add: number; change: number; destroy: number; import: number };
  /** What it or its run waits for, where that is none of the rollout's business. */
  waitsFor?: RolloutWait;
  /** The run of the account's access workspace that it waits for. */
  accessRun?: { id: string; status: string; url: string };
  /** One sentence for people: why it ended, or what is being tried again. */
  error?: string;
}

/**
 * - `wave`: the placements of earlier waves have to be applied first
 * - `turn`: earlier runs of the workspace have to end first
 * - `policy-override`: a person has to override a policy, or to discard the run
 * - `decision`: a person has to decide what becomes of a run task's failure
 * - `access`: the roles that its runs take on are being made
 * - `access-approval`: a person has to confirm the run that makes them
 *
 * @public
 */
export type RolloutWait =
  | 'wave'
  | 'turn'
  | 'policy-override'
  | 'decision'
  | 'access'
  | 'access-approval';

/**
 * Placements that are applied side by side, once all those of the waves before
 * them are.
 *
 * @public
 */
export interface RolloutWave {
  name?: string;
  targets: RolloutTarget[];
}

/**
 * Where the configuration that a rollout applies is read from.
 *
 * @public
 */
export interface RolloutSource {
  /**
   * A folder of a source-code host that Backstage has an integration for, or
   * an archive (`.tar.gz`) that `backend.reading.allow` lets it read. It holds
   * `infra/`.
   */
  url: string;
}

/**
 * How many placements a rollout has, and how many of them are in an end state.
 *
 * @public
 */
export interface RolloutCounts {
  all: number;
  applied: number;
  failed: number;
  canceled: number;
  skipped: number;
}

/**
 * A rollout, as it is listed.
 *
 * @public
 */
export interface RolloutSummary {
  id: string;
  componentRef: string;
  state: RolloutState;
  /** The entity reference of the user who started it. */
  initiator: string;
  source: RolloutSource;
  counts: RolloutCounts;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601. */
  updatedAt: string;
  /** ISO 8601. */
  endedAt?: string;
  /** One sentence, in English: how it ended. */
  message?: string;
}

/**
 * A change on its way through a component's placements.
 *
 * @public
 */
export interface Rollout extends RolloutSummary {
  waves: RolloutWave[];
}

/**
 * `POST /v1/rollouts`. The same idempotency key gives the same rollout, and so
 * does the same request as long as nothing has been read for its rollout, and
 * nothing of it has failed.
 *
 * @public
 */
export interface RolloutRequest {
  componentRef: string;
  source: RolloutSource;
  placements: ResolvedPlacement[];
  /**
   * The order in which placements are applied: of each wave, their keys. One
   * begins once all of the waves before it are applied. What none names comes last;
   * all begin side by side if absent.
   */
  waves?: string[][];
  idempotencyKey?: string;
}

/**
 * The same with `dryRun: true`, which is checked as any other and starts nothing.
 *
 * @public
 */
export interface RolloutPreview {
  /** The rollout that the request would get; absent if it would start one. */
  joins?: RolloutSummary;
}
