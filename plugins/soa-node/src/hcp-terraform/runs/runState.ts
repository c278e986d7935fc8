import type { HcpTerraformRun } from './HcpTerraformRun';
import { runOutcome } from './runOutcome';

/**
 * How far a run is. `confirming` waits for a person, or for us; the last three
 * are final.
 *
 * @public
 */
export type HcpTerraformRunState =
  | 'planning'
  | 'confirming'
  | 'applying'
  | 'applied'
  | 'failed'
  | 'canceled';

const CANCELED = ['discarded', 'canceled', 'force_canceled'];

const APPLYING = [
  'confirmed',
  'pre_apply_running',
  'pre_apply_awaiting_decision',
  'pre_apply_completed',
  'queuing_apply',
  'apply_queued',
  'applying',
  'post_apply_running',
  'post_apply_completed',
];

/**
 * How far a run is. One whose status is not known is taken for planning.
 *
 * @public
 */
export function runState({
  status,
  isConfirmable,
}: HcpTerraformRun): HcpTerraformRunState {
  if (CANCELED.includes(status)) {
    return 'canceled';
  }
  const outcome = runOutcome(status);
  if (outcome !== 'going-on') {
    return outcome;
  }
  if (isConfirmable) {
    return 'confirming';
  }
  return APPLYING.includes(status) ? 'applying' : 'planning';
}
