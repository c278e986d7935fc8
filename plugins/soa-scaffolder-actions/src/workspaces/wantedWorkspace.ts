import {
  DEPLOY_ROLE_PATH,
  deployRoleName,
  regionPartition,
  workspaceTags,
} from '@backstage-soa/plugin-soa-common';
import type {
  DeployPhase,
  ResolvedPlacement,
} from '@backstage-soa/plugin-soa-common';
import type {
  HcpTerraformVariableInput,
  HcpTerraformWorkspaceInput,
} from '@backstage-soa/plugin-soa-node';

/** A workspace as it shall be. */
export interface WantedWorkspace {
  placement: ResolvedPlacement;
  input: HcpTerraformWorkspaceInput;
  /** Whether drift is looked for, where the host offers it. */
  detectsDrift: boolean;
  variables: HcpTerraformVariableInput[];
}

/** What the rendered configuration asks for. */
const TERRAFORM_VERSION = '~> 1.9';

/** The workspace that holds one placement of a service. */
export function wantedWorkspace(options: {
  service: { name: string; namespace: string; description?: string };
  placement: ResolvedPlacement;
  /** Unknown in a dry run for one that would be created. */
  projectId: string | undefined;
  terraformVersion?: string;
  isProduction: boolean;
  sourceUrl: string;
}): WantedWorkspace {
  const { service, placement, projectId, isProduction, sourceUrl } = options;
  const name = placement.workspace.split('/')[1];
  const role = (phase: DeployPhase) =>
    `arn:${regionPartition(placement.region)}:iam::${
      placement.account
    }:role${DEPLOY_ROLE_PATH}${deployRoleName(name, phase)}`;
  return {
    placement,
    input: {
      name,
      description: service.description ?? '',
      ...(projectId && { projectId }),
      workingDirectory: 'infra',
      terraformVersion: options.terraformVersion ?? TERRAFORM_VERSION,
      autoApply: false,
      sourceName: 'Backstage',
      sourceUrl,
      tagBindings: workspaceTags(service, placement),
    },
    detectsDrift: isProduction,
    variables: [
      { key: 'placement', value: placement.key, category: 'terraform' },
      { key: 'TFC_AWS_PROVIDER_AUTH', value: 'true', category: 'env' },
      { key: 'TFC_AWS_PLAN_ROLE_ARN', value: role('plan'), category: 'env' },
      {
        key: 'TFC_AWS_APPLY_ROLE_ARN',
        value: role('apply'),
        category: 'env',
      },
    ],
  };
}
