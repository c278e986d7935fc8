import { workspaceTags } from '@backstage-soa/plugin-soa-common';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import type {
  HcpTerraformVariableInput,
  HcpTerraformWorkspaceInput,
} from '@backstage-soa/plugin-soa-node';
import type { WorkspaceWishes } from '../../wishes';
import { wantedVariables } from './wantedVariables';

/** A workspace as it shall be. */
export interface WantedWorkspace {
  placement: ResolvedPlacement;
  input: HcpTerraformWorkspaceInput;
  variables: HcpTerraformVariableInput[];
}

/** The workspace that holds one placement of a service. */
export function wantedWorkspace(options: {
  service: { name: string; namespace: string; description?: string };
  placement: ResolvedPlacement;
  /** Unknown in a dry run for one that would be created. */
  projectId: string | undefined;
  wishes: WorkspaceWishes;
  isProduction: boolean;
  sourceUrl: string;
}): WantedWorkspace {
  const { service, placement, projectId, wishes, isProduction } = options;
  const { vcs, agentPoolId } = wishes;
  return {
    placement,
    input: {
      name: placement.workspace.split('/')[1],
      description: service.description ?? '',
      ...(projectId && { projectId }),
      workingDirectory: wishes.workingDirectory,
      terraformVersion: wishes.terraformVersion,
      ...autoApply(wishes, placement, isProduction),
      speculativeEnabled: true,
      globalRemoteState: false,
      ...driftDetection(wishes, isProduction),
      ...(vcs && {
        vcsRepo: vcs,
        // Without it no push runs. What is uploaded runs when a rollout says so.
        queueAllRuns: true,
        fileTriggersEnabled: true,
        triggerPatterns: wishes.triggerPatterns,
      }),
      ...(agentPoolId && { executionMode: 'agent', agentPoolId }),
      ...autoDestroy(wishes, placement, isProduction),
      sourceName: 'Backstage',
      sourceUrl: options.sourceUrl,
      tagBindings: workspaceTags(service, placement),
    },
    variables: wantedVariables(placement, wishes.variables),
  };
}

/**
 * Whether what an account itself is given applies unasked is decided in HCP
 * Terraform, by the platform team: of an access workspace, that is who approves
 * deploy access. It is not taken back.
 */
function autoApply(
  wishes: WorkspaceWishes,
  { runtime }: ResolvedPlacement,
  isProduction: boolean,
) {
  const applies = wishes.autoApply && !isProduction;
  return runtime === 'platform' && !applies ? {} : { autoApply: applies };
}

function driftDetection(
  { driftDetection: wish }: WorkspaceWishes,
  isProduction: boolean,
) {
  if (wish === 'off') {
    return { assessmentsEnabled: false };
  }
  return wish === 'all' || (wish === 'production' && isProduction)
    ? { assessmentsEnabled: true }
    : {};
}

function autoDestroy(
  { autoDestroy: wish }: WorkspaceWishes,
  { environment }: ResolvedPlacement,
  isProduction: boolean,
) {
  if (!wish || isProduction || !wish.environments.includes(environment)) {
    return {};
  }
  return {
    ...(wish.afterInactivity && {
      autoDestroyActivityDuration: wish.afterInactivity,
    }),
    ...(wish.at && { autoDestroyAt: wish.at }),
  };
}
