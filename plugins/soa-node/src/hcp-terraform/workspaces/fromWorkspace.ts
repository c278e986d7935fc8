import type { HcpTerraformWorkspaceInput } from './HcpTerraformWorkspaceInput';

/** The body of a request that makes or changes a workspace. */
export function fromWorkspace(input: Partial<HcpTerraformWorkspaceInput>) {
  const { projectId, tagBindings } = input;
  return {
    data: {
      type: 'workspaces',
      attributes: {
        name: input.name,
        description: input.description,
        'working-directory': input.workingDirectory,
        'terraform-version': input.terraformVersion,
        'auto-apply': input.autoApply,
        'queue-all-runs': input.queueAllRuns,
        'assessments-enabled': input.assessmentsEnabled,
        'source-name': input.sourceName,
        'source-url': input.sourceUrl,
      },
      relationships: {
        ...(projectId && {
          project: { data: { type: 'projects', id: projectId } },
        }),
        ...(tagBindings && {
          'tag-bindings': {
            data: Object.entries(tagBindings).map(([key, value]) => ({
              type: 'tag-bindings',
              attributes: { key, value },
            })),
          },
        }),
      },
    },
  };
}
