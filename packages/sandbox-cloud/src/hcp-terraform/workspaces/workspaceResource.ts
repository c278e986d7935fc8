import { TERRAFORM_ORGANIZATION } from '../../organisation';
import type { HcpWorkspace } from '../HcpState';
import { iso, to } from '../json-api';

export function workspaceResource(workspace: HcpWorkspace) {
  const { id, runIds, tags } = workspace;
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
    },
    relationships: {
      organization: to('organizations', TERRAFORM_ORGANIZATION),
      project: to('projects', workspace.projectId),
      ...(runIds.length > 0 && {
        'current-run': to('runs', runIds[runIds.length - 1]),
      }),
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
