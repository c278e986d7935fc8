import {
  DEPLOY_ROLE_PATH,
  deployRoleName,
} from '@backstage-soa/plugin-soa-common';
import type { DeployPhase } from '@backstage-soa/plugin-soa-common';
import { TERRAFORM_ORGANIZATION } from '../../organisation';

/** A role that runs take on, and whose. */
export interface DeployRole {
  account: string;
  name: string;
  arn: string;
  phase: DeployPhase;
  /** What HCP Terraform signs for the phase of the workspace's runs. */
  subject: string;
}

const PHASES: readonly DeployPhase[] = ['plan', 'apply'];

/** The roles of a workspace in an account, with the subjects that they trust. */
export function deployRoles(
  account: string,
  workspace: string,
  project: string,
): DeployRole[] {
  return PHASES.map(phase => {
    const name = deployRoleName(workspace, phase);
    return {
      account,
      name,
      arn: `arn:aws:iam::${account}:role${DEPLOY_ROLE_PATH}${name}`,
      phase,
      subject: `organization:${TERRAFORM_ORGANIZATION}:project:${project}:workspace:${workspace}:run_phase:${phase}`,
    };
  });
}
