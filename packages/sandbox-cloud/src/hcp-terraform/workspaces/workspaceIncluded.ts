import { assessmentResource } from '../assessments';
import type { HcpState, HcpWorkspace } from '../HcpState';
import { workspaceOutputs } from '../outputs';
import { projectResource } from '../projects';
import { runResource } from '../runs';
import { stateResource } from '../states';
import { variableResource } from '../variables';

/** What `include=` asks for beside workspaces. */
export function workspaceIncluded(
  state: HcpState,
  workspaces: readonly HcpWorkspace[],
  include: string,
) {
  const wanted = include.split(',');
  const projectIds = new Set(workspaces.map(({ projectId }) => projectId));
  const runIds = new Set(workspaces.map(({ currentRunId }) => currentRunId));
  return [
    ...(wanted.includes('project')
      ? state.projects
          .filter(({ id }) => projectIds.has(id))
          .map(projectResource)
      : []),
    ...(wanted.includes('current_run')
      ? state.runs.filter(({ id }) => runIds.has(id)).map(runResource)
      : []),
    ...(wanted.includes('vars')
      ? workspaces.flatMap(({ variables }) => variables.map(variableResource))
      : []),
    ...(wanted.includes('outputs') ? workspaces.flatMap(workspaceOutputs) : []),
    ...(wanted.includes('current_state_version')
      ? workspaces.flatMap(stateResource)
      : []),
    ...(wanted.includes('current_assessment_result')
      ? workspaces.flatMap(assessmentResource)
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
