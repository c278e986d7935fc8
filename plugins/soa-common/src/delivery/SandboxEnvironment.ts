import type { ResolvedPlacement } from '../accounts';

/**
 * - `active`: there until it expires
 * - `destroying`: a rollout destroys it
 * - `failed`: the rollout that was to destroy it has not; it is tried again
 *
 * @public
 */
export const SANDBOX_ENVIRONMENT_STATES = [
  'active',
  'destroying',
  'failed',
] as const;

/** @public */
export type SandboxEnvironmentState =
  (typeof SANDBOX_ENVIRONMENT_STATES)[number];

/**
 * - `under-way`: a rollout makes it, or waits for its account
 * - `not-made`: none does, and none has
 *
 * @public
 */
export type SandboxCreation = 'under-way' | 'not-made';

/**
 * A component that is destroyed, and leaves the catalog, once its time is up.
 *
 * @public
 */
export interface SandboxEnvironment {
  componentRef: string;
  /** The entity reference of the group that owns the component. */
  owner: string;
  /** The entity reference of the user who asked for it. */
  requestedBy: string;
  state: SandboxEnvironmentState;
  /** Of one that is not made yet; in lists only. */
  creation?: SandboxCreation;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601. */
  expiresAt: string;
  /** The latest that it may be made to expire at, if it is extended now: ISO 8601. */
  extendableUntil: string;
  /** Of the rollout that destroys it, or was to. */
  rolloutId?: string;
  /** One sentence, in English: why it could not be destroyed. */
  message?: string;
  /** Whether the caller may have it expire later. */
  mayExtend: boolean;
  /** Whether the caller may have it destroyed now. */
  mayDelete: boolean;
}

/**
 * `POST /v1/sandbox-environments`. Asked for again, it expires as it did before.
 *
 * @public
 */
export interface SandboxEnvironmentRequest {
  componentRef: string;
  /** All that is to be destroyed. */
  placements: ResolvedPlacement[];
  /** ISO 8601, such as `P7D`; as the organisation has configured it if absent. */
  timeToLive?: string;
  /** Checked as any other, and kept nowhere. */
  dryRun?: boolean;
}

/**
 * `POST /v1/sandbox-environments/extend`.
 *
 * @public
 */
export interface SandboxEnvironmentExtension {
  componentRef: string;
  /** How much later it expires: ISO 8601, such as `P7D`. */
  by: string;
}

/**
 * `POST /v1/sandbox-environments/delete`: has it destroyed now.
 *
 * @public
 */
export interface SandboxEnvironmentDeletion {
  componentRef: string;
}
