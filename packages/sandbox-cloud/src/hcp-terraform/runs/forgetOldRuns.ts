import type { HcpState } from '../HcpState';
import { hasEnded } from './hasEnded';

const NINETY_DAYS = 90 * 86_400_000;

/**
 * Removes the runs that ended more than 90 days ago, as their events are gone,
 * too, with the configurations that only they had. Each workspace keeps its
 * newest run, and its current one.
 */
export function forgetOldRuns(state: HcpState, now: number): void {
  const newest = new Set(
    state.workspaces.flatMap(({ runIds, currentRunId }) => [
      runIds.at(-1),
      currentRunId,
    ]),
  );
  const isOld = (run: HcpState['runs'][number]) =>
    hasEnded(run) && run.since < now - NINETY_DAYS && !newest.has(run.id);
  const old = state.runs.filter(isOld);
  if (old.length === 0) {
    return;
  }
  const kept = state.runs.filter(run => !isOld(run));
  const keptIds = new Set(kept.map(({ id }) => id));
  const needed = new Set(kept.map(run => run.configurationVersionId));
  const versions = new Set(
    old
      .map(run => run.configurationVersionId)
      .filter(id => id !== null && !needed.has(id)),
  );
  state.runs = kept;
  state.configurationVersions = state.configurationVersions.filter(
    ({ id }) => !versions.has(id),
  );
  for (const workspace of state.workspaces) {
    workspace.runIds = workspace.runIds.filter(id => keptIds.has(id));
  }
  // Ids are made of how many there were: none may come again.
  state.forgotten = (state.forgotten ?? 0) + old.length + versions.size;
}
