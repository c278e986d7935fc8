import type { HcpRun } from '../HcpState';
import { planStatus } from './phaseStatus';

/** @param logs - where logs are read */
export function planResource(run: HcpRun, logs: string) {
  const id = run.id.replace('run-', 'plan-');
  return {
    id,
    type: 'plans',
    attributes: {
      status: planStatus(run),
      'has-changes': run.plan.add + run.plan.change + run.plan.destroy > 0,
      'log-read-url': `${logs}/${id}/log`,
      'resource-additions': run.plan.add,
      'resource-changes': run.plan.change,
      'resource-destructions': run.plan.destroy,
      'resource-imports': run.plan.import ?? 0,
    },
  };
}
