import { TERRAFORM_ORGANIZATION } from '../organisation';
import { hasEnded } from './advanceRuns';
import type {
  HcpConfigurationVersion,
  HcpProject,
  HcpRun,
  HcpState,
  HcpVariable,
  HcpWorkspace,
} from './HcpState';

const iso = (time: number) => new Date(time).toISOString();
const to = (type: string, id: string | null | undefined) => ({
  data: id ? { type, id } : null,
});

export function projectResource({ id, name }: HcpProject) {
  return {
    id,
    type: 'projects',
    attributes: { name, description: '', 'created-at': iso(0) },
    relationships: {
      organization: to('organizations', TERRAFORM_ORGANIZATION),
    },
  };
}

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

/** What `include=` asks for beside workspaces. */
export function workspaceIncluded(
  state: HcpState,
  workspaces: readonly HcpWorkspace[],
  include: string,
) {
  const wanted = include.split(',');
  const projectIds = new Set(workspaces.map(({ projectId }) => projectId));
  const runIds = new Set(
    workspaces.map(({ runIds: ids }) => ids[ids.length - 1]),
  );
  return [
    ...(wanted.includes('project')
      ? state.projects
          .filter(({ id }) => projectIds.has(id))
          .map(projectResource)
      : []),
    ...(wanted.includes('current_run')
      ? state.runs.filter(({ id }) => runIds.has(id)).map(runResource)
      : []),
    ...(wanted.includes('effective_tag_bindings')
      ? workspaces.flatMap(({ id, tags }) =>
          Object.entries(tags).map(([key, value]) => ({
            id: `${id}-${key}`,
            type: 'effective-tag-bindings',
            attributes: { key, value },
          })),
        )
      : []),
  ];
}

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

export function variableResource(variable: HcpVariable) {
  const { id, sensitive, ...rest } = variable;
  return {
    id,
    type: 'vars',
    attributes: {
      ...rest,
      sensitive,
      value: sensitive ? null : variable.value,
    },
  };
}

export function configurationVersionResource(
  version: HcpConfigurationVersion,
  uploadUrl?: string,
) {
  return {
    id: version.id,
    type: 'configuration-versions',
    attributes: {
      'auto-queue-runs': false,
      error: null,
      'error-message': null,
      source: 'tfe-api',
      speculative: false,
      status: version.status,
      'upload-url': uploadUrl ?? null,
    },
  };
}

export function outputResources(workspace: HcpWorkspace) {
  return Object.entries(workspace.outputs).map(([name, value]) => ({
    id: `wsout-${workspace.id.slice(3)}${name.replaceAll('_', '')}`,
    type: 'state-version-outputs',
    attributes: {
      name,
      sensitive: false,
      type: 'string',
      value,
      'detailed-type': 'string',
    },
  }));
}
