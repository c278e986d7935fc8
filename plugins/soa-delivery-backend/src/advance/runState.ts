import { runOutcome } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformRun } from '@backstage-soa/plugin-soa-node';
import type { TargetRecord } from '../store';

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

/** How far a target is whose run is this. A status that is not known plans. */
export function runState({
  status,
  isConfirmable,
}: HcpTerraformRun): TargetRecord['state'] {
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
