import type { WorkspaceRunItem } from '@backstage-soa/plugin-soa-common';
import { isGoingOn } from './isGoingOn';

/**
 * A list of runs with what has become known of some of them since: what has ended is
 * newer than what goes on, and what is not in the list yet comes first.
 */
export function mergeRuns(
  listed: readonly WorkspaceRunItem[],
  known: ReadonlyMap<string, WorkspaceRunItem>,
): WorkspaceRunItem[] {
  const ids = new Set(listed.map(({ id }) => id));
  const started = [...known.values()].filter(({ id }) => !ids.has(id));
  return [
    ...started.reverse(),
    ...listed.map(run => {
      const seen = known.get(run.id);
      return seen && isGoingOn(run) ? seen : run;
    }),
  ];
}

/**
 * A rollout that may be under way here: one of its runs is newer than all that has
 * been applied, or goes on.
 */
export function rolloutBeside(
  runs: readonly WorkspaceRunItem[],
): string | undefined {
  const applied = runs.findIndex(
    ({ state, planOnly }) => state === 'applied' && !planOnly,
  );
  const newest = applied < 0 ? runs : runs.slice(0, applied);
  return [...newest, ...runs.filter(isGoingOn)].find(
    ({ rolloutId }) => rolloutId,
  )?.rolloutId;
}
