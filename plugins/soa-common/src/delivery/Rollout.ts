import type { ResolvedPlacement } from '../accounts';
import type { RolloutPlan } from './RolloutPlan';
import type { RolloutStageProgress } from './RolloutProgress';

/**
 * - `running`: being advanced by the backend
 * - `paused`: nothing more begins until a person resumes it
 * - `canceling`: what has not begun to apply is being ended
 * - `rolling-back`: placements get back what they had before
 * - `applied`: every placement is applied
 * - `destroyed`: every placement is destroyed, as was asked for
 * - `failed`: stopped by a failure; what was and was not done is in the targets
 * - `canceled`: stopped by a person
 * - `rolled-back`: placements have what they had before
 *
 * @public
 */
export const ROLLOUT_STATES = [
  'running',
  'paused',
  'canceling',
  'rolling-back',
  'applied',
  'destroyed',
  'failed',
  'canceled',
  'rolled-back',
] as const;

/** @public */
export type RolloutState = (typeof ROLLOUT_STATES)[number];

/**
 * Whether placements get a configuration, or lose all that they have.
 *
 * @public
 */
export const ROLLOUT_OPERATIONS = ['apply', 'destroy'] as const;

/** @public */
export type RolloutOperation = (typeof ROLLOUT_OPERATIONS)[number];

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
  /** Those that have got back what they had before. */
  rolledBack: number;
  destroyed: number;
}

/**
 * A rollout, as it is listed.
 *
 * @public
 */
export interface RolloutSummary {
  id: string;
  componentRef: string;
  operation: RolloutOperation;
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
 * What the caller may do with a rollout now, beside deciding on approvals.
 *
 * @public
 */
export const ROLLOUT_ACTIONS = [
  'pause',
  'resume',
  'cancel',
  'rollback',
] as const;

/**
 * Also the last part of the path: `POST /v1/rollouts/{id}/pause`.
 *
 * @public
 */
export type RolloutAction = (typeof ROLLOUT_ACTIONS)[number];

/**
 * What has happened to a rollout.
 *
 * @public
 */
export interface RolloutEvent {
  /** ISO 8601. */
  at: string;
  kind:
    | 'started'
    | 'planned'
    | 'stage-approved'
    | 'stage-rejected'
    | 'destroy-approved'
    | 'destroy-rejected'
    | 'wave-begun'
    | 'wave-passed'
    | 'wave-failed'
    | 'paused'
    | 'resumed'
    | 'cancel-requested'
    | 'rollback-requested'
    | 'rollback-begun'
    | 'ended';
  /** The entity reference of the user who did it; absent if nobody did. */
  actor?: string;
  /** The stage, and its wave (from 1), of which it is. */
  environment?: string;
  wave?: number;
  /** The key of the placement of which it is. */
  placement?: string;
  /** In the words of the actor; or one sentence, in English. */
  comment?: string;
}

/**
 * A change on its way through a component's placements.
 *
 * @public
 */
export interface Rollout extends RolloutSummary {
  /** Whether all that can be planned beforehand is: nothing is applied before. */
  planned: boolean;
  stages: RolloutStageProgress[];
  actions: RolloutAction[];
  /** What an exclusive rollout waits for before it begins. */
  queue?: RolloutQueue;
  /** The oldest first. */
  events: RolloutEvent[];
}

/**
 * Where a rollout stands that waits until it has an account for itself.
 *
 * @public
 */
export interface RolloutQueue {
  /** The id of the account. */
  account: string;
  /** How many are before it, with the one that holds the account. */
  ahead: number;
  /** Whose component holds the account: its entity reference, if the caller may see it. */
  holder?: string;
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
  /** Defaults to `apply`. */
  operation?: RolloutOperation;
  /** With `destroy`: whether the component leaves the catalog once all is destroyed. */
  unregister?: boolean;
  /**
   * Whether it waits until it has the accounts of its placements for itself: other
   * exclusive rollouts, and holders of their locks, go before or after it.
   */
  exclusive?: boolean;
  /** Goes before what `spec.rollout` of the component says. */
  plan?: RolloutPlan;
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
  /** What it would go through, in this order. */
  stages: RolloutStagePreview[];
}

/** @public */
export interface RolloutStagePreview {
  environment: string;
  /** The entity reference of the group that would have to approve it. */
  approvers?: string;
  /** Of each wave, the keys of its placements. */
  waves: string[][];
}
