/**
 * A stretch of time of which an account's and Region's events are missing.
 *
 * @public
 */
export interface CoverageGap {
  account: string;
  region: string;
  /** ISO 8601, UTC. */
  from: string;
  /** ISO 8601, UTC. */
  to: string;
  /** One sentence for people. */
  reason: string;
}

/**
 * How much of what was asked for the answer can speak of.
 *
 * @public
 */
export interface Coverage {
  complete: boolean;
  gaps: CoverageGap[];
}
