import {
  count,
  flag,
  nested,
  relatedId,
  relatedIds,
  text,
  texts,
} from '../json-api';
import type { ApiResource, Included } from '../json-api';
import { toOutput } from '../outputs/toOutput';
import { toRun } from '../runs/toRun';
import { toVariable } from '../variables/toVariable';
import type { HcpTerraformAssessment } from './HcpTerraformAssessment';
import type { HcpTerraformVcsRepo } from './HcpTerraformVcsRepo';
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
    queueAllRuns: flag(resource, 'queue-all-runs'),
    speculativeEnabled: flag(resource, 'speculative-enabled'),
    globalRemoteState: flag(resource, 'global-remote-state'),
    assessmentsEnabled: flag(resource, 'assessments-enabled'),
    vcsRepo: vcsRepoOf(resource),
    fileTriggersEnabled: flag(resource, 'file-triggers-enabled'),
    triggerPatterns: texts(resource, 'trigger-patterns'),
    executionMode: executionModeOf(resource),
    agentPoolId: relatedId(resource, 'agent-pool'),
    autoDestroyAt: text(resource, 'auto-destroy-at'),
    autoDestroyActivityDuration: text(
      resource,
      'auto-destroy-activity-duration',
    ),
    sourceName: text(resource, 'source-name'),
    sourceUrl: text(resource, 'source-url'),
    resourceCount: count(resource, 'resource-count'),
    latestChangeAt: text(resource, 'latest-change-at'),
    ...stateOf(resource, included),
    ...(run && { currentRun: toRun(run) }),
    ...tagsOf(resource, included),
    ...permissionsOf(resource),
    variables: allOf(resource, 'vars', 'vars', included)?.map(toVariable),
    ...assessmentOf(resource, included),
  };
}

function executionModeOf(
  resource: ApiResource,
): HcpTerraformWorkspace['executionMode'] {
  const mode = text(resource, 'execution-mode');
  return mode === 'remote' || mode === 'agent' || mode === 'local'
    ? mode
    : undefined;
}

function vcsRepoOf(resource: ApiResource): HcpTerraformVcsRepo | undefined {
  const repo = nested(resource, 'vcs-repo');
  const identifier = repo && text(repo, 'identifier');
  return repo && identifier
    ? {
        identifier,
        branch: text(repo, 'branch') || undefined,
        oauthTokenId: text(repo, 'oauth-token-id'),
        githubAppInstallationId: text(repo, 'github-app-installation-id'),
      }
    : undefined;
}

/** A host can leave out what it was asked to include: then they are unknown. */
function allOf(
  resource: ApiResource,
  name: string,
  type: string,
  included: Included,
): ApiResource[] | undefined {
  const ids = resource.relationships[name]?.data;
  if (!Array.isArray(ids)) {
    return undefined;
  }
  const found = ids.map(({ id }) => included.find(type, id));
  return found.every(one => one !== undefined) ? found : undefined;
}

/** The state, with its outputs as far as they are its own by now. */
function stateOf(resource: ApiResource, included: Included) {
  const data = resource.relationships['current-state-version']?.data;
  const id = relatedId(resource, 'current-state-version');
  const state = included.find('state-versions', id);
  const isProcessed = !state || flag(state, 'resources-processed') !== false;
  const outputs = allOf(resource, 'outputs', 'workspace-outputs', included);
  return {
    currentStateVersionId: id,
    ...(data !== undefined && { hasState: id !== undefined }),
    ...(state && { stateCreatedAt: text(state, 'created-at') }),
    ...(isProcessed && { outputs: outputs?.map(toOutput) }),
  };
}

function permissionsOf(resource: ApiResource) {
  const permissions = nested(resource, 'permissions');
  return (
    permissions && {
      mayReadVariables: flag(permissions, 'can-read-variable'),
      mayReadOutputs: flag(permissions, 'can-read-state-outputs'),
    }
  );
}

function assessmentOf(
  resource: ApiResource,
  included: Included,
): { assessment?: HcpTerraformAssessment } {
  const id = relatedId(resource, 'current-assessment-result');
  const result = included.find('assessment-results', id);
  return result
    ? {
        assessment: {
          id: result.id,
          createdAt: text(result, 'created-at'),
          ...(flag(result, 'succeeded') !== false && {
            drifted: flag(result, 'drifted'),
            resourcesDrifted: count(result, 'resources-drifted'),
          }),
        },
      }
    : {};
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
