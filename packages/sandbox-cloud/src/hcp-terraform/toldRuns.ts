import type { HcpState } from './HcpState';
import { hasEnded } from './runs/hasEnded';

/** What has become of all runs, and when: milliseconds since 1970. */
export function toldRuns({ runs, workspaces }: HcpState) {
  const names = new Map(workspaces.map(({ id, name }) => [id, name]));
  return runs.map(run => ({
    id: run.id,
    workspace: names.get(run.workspaceId),
    message: run.message,
    planOnly: run.planOnly,
    status: run.status,
    createdAt: run.createdAt,
    plannedAt: run.plannedAt,
    confirmedAt: run.confirmedAt,
    applyingAt: run.applyingAt,
    endedAt: hasEnded(run) ? run.since : undefined,
  }));
}
