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
  /** One sentence for people, if it failed. */
  error?: string;
}

/** @public */
export interface RolloutWave {
  name: string;
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
 * A change on its way through a component's placements.
 *
 * @public
 */
export interface Rollout {
  id: string;
  componentRef: string;
  state: RolloutState;
  /** The entity reference of the user who started it. */
  initiator: string;
  source: RolloutSource;
  waves: RolloutWave[];
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601. */
  updatedAt: string;
  /** ISO 8601. */
  endedAt?: string;
  /** One sentence for people: why it is in this state. */
  message?: string;
}

/**
 * `POST /v1/rollouts`. The same idempotency key gives the same rollout.
 *
 * @public
 */
export interface RolloutRequest {
  componentRef: string;
  source: RolloutSource;
  placements: ResolvedPlacement[];
  idempotencyKey?: string;
}
