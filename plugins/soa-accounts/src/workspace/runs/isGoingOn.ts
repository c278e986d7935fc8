import type { WorkspaceRunItem } from '@backstage-soa/plugin-soa-common';

/** Whether a run can still become something else. */
export function isGoingOn({ state }: Pick<WorkspaceRunItem, 'state'>): boolean {
  return state === 'planning' || state === 'confirming' || state === 'applying';
}
