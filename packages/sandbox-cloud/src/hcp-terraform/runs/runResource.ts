import type { HcpRun } from '../HcpState';
import { iso, to } from '../json-api';
import { hasEnded } from './hasEnded';

export function runResource(run: HcpRun) {
  const confirmable = run.status === 'planned';
  return {
    id: run.id,
    type: 'runs',
    attributes: {
      status: run.status,
      message: run.message,
      'created-at': iso(run.createdAt),
      'has-changes': run.plan.add + run.plan.change + run.plan.destroy > 0,
      'is-destroy': false,
      'plan-only': run.planOnly,
      'auto-apply': false,
      source: 'tfe-api',
      actions: {
        'is-confirmable': confirmable,
        'is-discardable': confirmable,
        'is-cancelable': !hasEnded(run) && !confirmable,
        'is-force-cancelable': false,
      },
    },
    relationships: {
      workspace: to('workspaces', run.workspaceId),
      plan: to('plans', run.id.replace('run-', 'plan-')),
      'configuration-version': to(
        'configuration-versions',
        run.configurationVersionId,
      ),
    },
  };
}
