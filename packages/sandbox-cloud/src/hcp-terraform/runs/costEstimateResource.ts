import type { HcpRun } from '../HcpState';
import { hasPlanned } from './hasPlanned';

// As good as any other: what things cost at AWS is not pretended.
const DOLLARS_A_RESOURCE = 4.5;

/** @param resources - that the workspace has now */
export function costEstimateResource(run: HcpRun, resources: number) {
  const { add, destroy } = run.plan;
  const isFinished = hasPlanned(run);
  const dollars = (count: number) =>
    isFinished ? (count * DOLLARS_A_RESOURCE).toFixed(2) : null;
  // What is applied already is in the workspace.
  const before = run.status === 'applied' ? resources - add : resources;
  return {
    id: run.id.replace('run-', 'ce-'),
    type: 'cost-estimates',
    attributes: {
      status: isFinished ? 'finished' : 'pending',
      'error-message': null,
      'resources-count': isFinished ? before + add - destroy : null,
      'matched-resources-count': isFinished ? before + add - destroy : null,
      'unmatched-resources-count': isFinished ? 0 : null,
      'prior-monthly-cost': dollars(before),
      'proposed-monthly-cost': dollars(before + add - destroy),
      'delta-monthly-cost': dollars(add - destroy),
    },
  };
}
