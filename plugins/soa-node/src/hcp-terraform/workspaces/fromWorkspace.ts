import type { HcpTerraformVcsRepo } from './HcpTerraformVcsRepo';
import type { HcpTerraformWorkspaceInput } from './HcpTerraformWorkspaceInput';

/** The body of a request that makes or changes a workspace. */
export function fromWorkspace(input: Partial<HcpTerraformWorkspaceInput>) {
  const { projectId, tagBindings, vcsRepo } = input;
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
        'speculative-enabled': input.speculativeEnabled,
        'global-remote-state': input.globalRemoteState,
        'assessments-enabled': input.assessmentsEnabled,
        ...(vcsRepo && { 'vcs-repo': fromVcsRepo(vcsRepo) }),
        'file-triggers-enabled': input.fileTriggersEnabled,
        'trigger-patterns': input.triggerPatterns,
        'execution-mode': input.executionMode,
        'agent-pool-id': input.agentPoolId,
        'auto-destroy-at': input.autoDestroyAt,
        'auto-destroy-activity-duration': input.autoDestroyActivityDuration,
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

function fromVcsRepo(repo: HcpTerraformVcsRepo) {
  return {
    identifier: repo.identifier,
    // An empty one is the repository's default.
    branch: repo.branch ?? '',
    'oauth-token-id': repo.oauthTokenId,
    'github-app-installation-id': repo.githubAppInstallationId,
  };
}
