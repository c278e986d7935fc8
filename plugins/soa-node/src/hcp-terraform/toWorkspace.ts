import { z } from 'zod';
import { count, flag, related, relatedIds, text } from './documents';
import type { ApiResource } from './documents';
import type {
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
} from './resources';
import { toRun } from './toRun';

const tagSchema = z.object({ key: z.string(), value: z.string().default('') });

/** @param included - resources that came with the workspace */
export function toWorkspace(
  resource: ApiResource,
  included: readonly ApiResource[],
): HcpTerraformWorkspace {
  const find = (type: string, id: string | undefined) =>
    included.find(item => item.type === type && item.id === id);
  const project = related(resource, 'project');
  const projectName = find('projects', project?.id);
  const run = find('runs', related(resource, 'current-run')?.id);
  const tags = [
    ...relatedIds(resource, 'effective-tag-bindings').map(id =>
      find('effective-tag-bindings', id),
    ),
    ...relatedIds(resource, 'tag-bindings').map(id => find('tag-bindings', id)),
  ];
  return {
    id: resource.id,
    name: text(resource, 'name') ?? resource.id,
    description: text(resource, 'description'),
    ...(project && {
      project: {
        id: project.id,
        name: projectName && text(projectName, 'name'),
      },
    }),
    workingDirectory: text(resource, 'working-directory'),
    terraformVersion: text(resource, 'terraform-version'),
    autoApply: flag(resource, 'auto-apply') ?? false,
    assessmentsEnabled: flag(resource, 'assessments-enabled'),
    sourceName: text(resource, 'source-name'),
    sourceUrl: text(resource, 'source-url'),
    resourceCount: count(resource, 'resource-count'),
    latestChangeAt: text(resource, 'latest-change-at'),
    ...(run && { currentRun: toRun(run) }),
    tagBindings: Object.fromEntries(
      tags.flatMap(tag => {
        const parsed = tagSchema.safeParse(tag?.attributes);
        return parsed.success ? [[parsed.data.key, parsed.data.value]] : [];
      }),
    ),
  };
}

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
