/**
 * What a look has found.
 *
 * - `passing`, `failing`: so it is now
 * - `failed`: it will not pass any more
 * - `unknown`: it could not be found out, or there is nothing to be found yet
 */
export interface CheckFinding {
  state: 'passing' | 'failing' | 'failed' | 'unknown';
  /** One sentence; present unless it passes. */
  message?: string;
}
