import type { PlacementState } from '@backstage-soa/plugin-soa-common';

// What is only declared, and what nothing has been applied for.
const RUNS_NOWHERE = new Set<string>(['missing-workspace', 'not-applied']);

/**
 * Whether something is there, as far as is known: what could not be read is taken
 * for running, as it is declared.
 */
export function isRunning({ state }: { state: PlacementState }): boolean {
  return !RUNS_NOWHERE.has(state);
}
