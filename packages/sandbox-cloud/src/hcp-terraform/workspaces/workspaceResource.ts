import { TERRAFORM_ORGANIZATION } from '../../organisation';
import { assessmentId } from '../assessments';
import type { HcpWorkspace } from '../HcpState';
import { iso, to } from '../json-api';
import { workspaceOutputs } from '../outputs';
import { stateId } from '../states';

export function workspaceResource(workspace: HcpWorkspace) {
  const { id, currentRunId, tags, settings = {} } = workspace;
  const { 'agent-pool-id': agentPoolId, ...given } = settings;
  return {
    id,
    type: 'workspaces',
    attributes: {
      name: workspace.name,
      description: workspace.description,
      'working-directory': workspace.workingDirectory,
      'terraform-version': workspace.terraformVersion,
      'auto-apply': workspace.autoApply,
      'assessments-enabled': workspace.assessmentsEnabled,
      'source-name': workspace.sourceName,
      'source-url': workspace.sourceUrl,
      'resource-count': workspace.resourceCount,
      'latest-change-at': iso(workspace.changedAt),
      'execution-mode': 'remote',
      locked: false,
      'queue-all-runs': false,
      'speculative-enabled': true,
      'global-remote-state': false,
      'file-triggers-enabled': true,
      'trigger-patterns': [],
      'vcs-repo': null,
      'auto-destroy-at': null,
      'auto-destroy-activity-duration': null,
      permissions: {
        'can-read-variable': true,
        'can-read-state-outputs': true,
        'can-read-assessment-results': true,
      },
      ...given,
    },
    relationships: {
      organization: to('organizations', TERRAFORM_ORGANIZATION),
      project: to('projects', workspace.projectId),
      ...(currentRunId && { 'current-run': to('runs', currentRunId) }),
      ...(typeof agentPoolId === 'string' && {
        'agent-pool': to('agent-pools', agentPoolId),
      }),
      'current-state-version': to('state-versions', stateId(workspace)),
      'current-assessment-result': to(
        'assessment-results',
        assessmentId(workspace),
      ),
      outputs: {
        data: workspaceOutputs(workspace).map(({ type, id: outputId }) => ({
          type,
          id: outputId,
        })),
      },
      vars: {
        data: workspace.variables.map(variable => ({
          type: 'vars',
          id: variable.id,
        })),
      },
      'effective-tag-bindings': {
        data: Object.keys(tags).map(key => ({
          type: 'effective-tag-bindings',
          id: `${id}-${key}`,
        })),
      },
    },
    links: {
      self: `/api/v2/organizations/${TERRAFORM_ORGANIZATION}/workspaces/${workspace.name}`,
    },
  };
}
