import type { HcpRun } from '../HcpState';
import { iso, to } from '../json-api';
import { hasEnded } from './hasEnded';

export function runResource(run: HcpRun) {
  const confirmable = run.status === 'planned';
  const serial = run.id.replace('run-', '');
  const isOdd =
    run.oddity === 'run-unknown-status' &&
    ['plan_queued', 'planning'].includes(run.status);
  return {
    id: run.id,
    type: 'runs',
    attributes: {
      status: isOdd ? 'reticulating' : run.status,
      message: run.message,
      'created-at': iso(run.createdAt),
      'has-changes': run.plan.add + run.plan.change + run.plan.destroy > 0,
      'is-destroy': run.isDestroy ?? false,
      'plan-only': run.planOnly,
      'refresh-only': run.refreshOnly ?? false,
      'auto-apply': run.autoApply ?? false,
      source: 'tfe-api',
      actions: {
        'is-confirmable': confirmable,
        'is-discardable': confirmable || run.status === 'pending',
        'is-cancelable': !hasEnded(run) && !confirmable,
        'is-force-cancelable': false,
      },
    },
    relationships: {
      workspace: to('workspaces', run.workspaceId),
      plan: to('plans', `plan-${serial}`),
      apply: to('applies', `apply-${serial}`),
      'cost-estimate': to('cost-estimates', `ce-${serial}`),
      'configuration-version': to(
        'configuration-versions',
        run.configurationVersionId,
      ),
      'task-stages': several('task-stages', `ts-${serial}`),
      'policy-checks': several('policy-checks', `polchk-${serial}`),
      'tf-policy-evaluations': several(
        'tf-policy-evaluations',
        `tfpe-${serial}`,
      ),
    },
  };
}

function several(type: string, ...ids: string[]) {
  return { data: ids.map(id => ({ type, id })) };
}
