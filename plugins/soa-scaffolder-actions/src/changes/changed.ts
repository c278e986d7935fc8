import type { Change } from './Change';

/** Those that change something. */
export function changed(changes: readonly Change[]): Change[] {
  return changes.filter(({ before, after }) => before !== after);
}
