import { count, flag, relatedId, relatedIds, text } from '../json-api';
import type { ApiResource, Included } from '../json-api';
import { toRun } from '../runs/toRun';
import type { HcpTerraformWorkspace } from './HcpTerraformWorkspace';

/** @param included - what came with the workspace */
export function toWorkspace(
  resource: ApiResource,
  included: Included,
): HcpTerraformWorkspace {
  const projectId = relatedId(resource, 'project');
  const project = included.find('projects', projectId);
  const run = included.find('runs', relatedId(resource, 'current-run'));
  return {
    id: resource.id,
    name: text(resource, 'name') ?? resource.id,
    description: text(resource, 'description'),
    ...(projectId && {
      project: { id: projectId, name: project && text(project, 'name') },
    }),
    workingDirectory: text(resource, 'working-directory'),
    terraformVersion: text(resource, 'terraform-version'),
    autoApply: flag(resource, 'auto-apply') ?? false,
    assessmentsEnabled: flag(resource, 'assessments-enabled'),
    sourceName: text(resource, 'source-name'),
    sourceUrl: text(resource, 'source-url'),
    resourceCount: count(resource, 'resource-count'),
    latestChangeAt: text(resource, 'latest-change-at'),
    currentStateVersionId: relatedId(resource, 'current-state-version'),
    ...(run && { currentRun: toRun(run) }),
    ...tagsOf(resource, included),
  };
}

/** The workspace's own tags come last: they go before its project's. */
function tagsOf(resource: ApiResource, included: Included) {
  const tags = ['effective-tag-bindings', 'tag-bindings'].flatMap(type =>
    relatedIds(resource, type).flatMap(id => {
      const tag = included.find(type, id);
      const key = tag && text(tag, 'key');
      return key
        ? [
            {
              key,
              value: text(tag, 'value') ?? '',
              isInherited: relatedId(tag, 'inherited-from') !== undefined,
            },
          ]
        : [];
    }),
  );
  const inheritedTags = tags
    .filter(({ isInherited }) => isInherited)
    .map(({ key }) => key);
  return {
    tagBindings: Object.fromEntries(tags.map(({ key, value }) => [key, value])),
    ...(inheritedTags.length > 0 && { inheritedTags }),
  };
}
