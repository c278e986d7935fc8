import type { HcpRun } from '../HcpState';

const ENDED = [
  'applied',
  'planned_and_finished',
  'errored',
  'canceled',
  'discarded',
];

/** Whether a run does nothing more by itself, nor for anybody. */
export function hasEnded(run: HcpRun): boolean {
  return ENDED.includes(run.status);
}
