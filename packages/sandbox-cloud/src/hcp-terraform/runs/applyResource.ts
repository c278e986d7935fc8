import type { HcpRun } from '../HcpState';
import { applyStatus } from './phaseStatus';

/** @param logs - where logs are read */
export function applyResource(run: HcpRun, logs: string) {
  const id = run.id.replace('run-', 'apply-');
  const { add, change, destroy, import: imported = 0 } = run.plan;
  const status = applyStatus(run);
  const isDone = status === 'finished';
  return {
    id,
    type: 'applies',
    attributes: {
      status,
      'log-read-url': `${logs}/${id}/log`,
      'resource-additions': isDone ? add : null,
      'resource-changes': isDone ? change : null,
      'resource-destructions': isDone ? destroy : null,
      'resource-imports': isDone ? imported : null,
    },
  };
}
