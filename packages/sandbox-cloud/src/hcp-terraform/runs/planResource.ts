import type { HcpRun } from '../HcpState';

export function planResource(run: HcpRun) {
  const finished = !['pending', 'plan_queued', 'planning'].includes(run.status);
  return {
    id: run.id.replace('run-', 'plan-'),
    type: 'plans',
    attributes: {
      status: finished ? 'finished' : 'running',
      'has-changes': run.plan.add + run.plan.change + run.plan.destroy > 0,
      'resource-additions': run.plan.add,
      'resource-changes': run.plan.change,
      'resource-destructions': run.plan.destroy,
      'resource-imports': 0,
    },
  };
}
