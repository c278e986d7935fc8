import type { HcpRun } from '../HcpState';
import { hasEnded } from './hasEnded';

const PLANNING: Record<string, string> = {
  pending: 'pending',
  plan_queued: 'queued',
  planning: 'running',
  errored: 'errored',
  canceled: 'canceled',
  discarded: 'unreachable',
};

const APPLYING: Record<string, string> = {
  confirmed: 'queued',
  apply_queued: 'queued',
  applying: 'running',
  applied: 'finished',
};

/** How far the plan of a run is, as the API names it. */
export function planStatus({ plannedAt, status }: HcpRun): string {
  return plannedAt === undefined ? PLANNING[status] ?? 'finished' : 'finished';
}

/** How far the apply of a run is, as the API names it. */
export function applyStatus(run: HcpRun): string {
  const { applyingAt, status } = run;
  if (applyingAt !== undefined && ['errored', 'canceled'].includes(status)) {
    return status;
  }
  return APPLYING[status] ?? (hasEnded(run) ? 'unreachable' : 'pending');
}
