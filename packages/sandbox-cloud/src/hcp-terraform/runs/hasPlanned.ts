import type { HcpRun } from '../HcpState';

const BEFORE = ['pending', 'plan_queued', 'planning'];

/** Whether the plan of a run is there. */
export function hasPlanned(run: HcpRun): boolean {
  return !BEFORE.includes(run.status);
}
