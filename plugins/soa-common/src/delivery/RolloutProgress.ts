import type { RolloutApproval } from './RolloutApproval';
import type { RolloutCheck, RolloutOnFailure } from './RolloutPlan';
import type { RolloutTarget } from './RolloutTarget';

/**
 * Where a wave is.
 *
 * - `waiting`: for its turn, or for an approval
 * - `running`: its placements are being applied
 * - `baking`: it is applied, and watched
 * - `checking`: it has been watched long enough, and a check is yet to pass
 * - `passed`, `failed`: it has ended
 * - `stopped`: it has begun, and will not pass: its rollout stops for another reason
 * - `skipped`: it has not begun, and will not
 *
 * @public
 */
export type RolloutWaveState =
  | 'waiting'
  | 'running'
  | 'baking'
  | 'checking'
  | 'passed'
  | 'failed'
  | 'stopped'
  | 'skipped';

/**
 * What has become of a check of a wave.
 *
 * @public
 */
export interface RolloutCheckResult {
  check: RolloutCheck;
  /** `waiting` until the wave is applied, or until a test has told its result. */
  state: 'waiting' | 'passing' | 'failing' | 'passed' | 'failed';
  /** One sentence, in English, where it does not pass. */
  message?: string;
  /** ISO 8601. */
  checkedAt?: string;
}

/**
 * Placements that are applied side by side, once the waves before them have passed.
 *
 * @public
 */
export interface RolloutWave {
  name?: string;
  state: RolloutWaveState;
  /** ISO 8601; when it may end being watched. */
  bakeUntil?: string;
  checks: RolloutCheckResult[];
  targets: RolloutTarget[];
}

/**
 * The waves of one environment.
 *
 * @public
 */
export interface RolloutStageProgress {
  environment: string;
  /** `approval`: it would begin, but for a decision. `stopped`: not all of it passes. */
  state:
    | 'waiting'
    | 'approval'
    | 'running'
    | 'passed'
    | 'failed'
    | 'stopped'
    | 'skipped';
  approval?: RolloutApproval;
  maxConcurrent: number;
  failureTolerance: number;
  /** Seconds. */
  bake: number;
  onFailure: RolloutOnFailure;
  waves: RolloutWave[];
}
