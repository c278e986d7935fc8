import type { HcpRun } from '../HcpState';
import { hasPlanned } from './hasPlanned';

export function planResource(run: HcpRun) {
  return {
    id: run.id.replace('run-', 'plan-'),
    type: 'plans',
    attributes: {
      status: hasPlanned(run) ? 'finished' : 'running',
      'has-changes': run.plan.add + run.plan.change + run.plan.destroy > 0,
      'resource-additions': run.plan.add,
      'resource-changes': run.plan.change,
      'resource-destructions': run.plan.destroy,
      'resource-imports': run.plan.import ?? 0,
    },
  };
}
