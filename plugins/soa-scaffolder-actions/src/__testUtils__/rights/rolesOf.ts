import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PolicyDocument } from '../iam';
import { copyModule, terraformIn } from '../terraformIn';

/** A role of runs, as IAM sees it. */
export interface Role {
  policies: PolicyDocument[];
  boundary: PolicyDocument;
}

export interface Roles {
  /** By name: `<workspace>-plan` and `<workspace>-apply`. */
  roles: Record<string, Role>;
  serviceBoundary: PolicyDocument;
}

/** The roles that account-baseline gives workspaces of these runtimes. */
export async function rolesOf(
  {
    account,
    runtimes,
    ...variables
  }: {
    account: string;
    runtimes: Readonly<Record<string, string>>;
    allowed_regions: readonly string[];
    organization_rights?: boolean;
    own_networks?: boolean;
  },
  directory: string,
): Promise<Roles> {
  const terraform = terraformIn(directory);
  await copyModule('account-baseline', directory);
  await writeFile(
    join(directory, 'terraform.tfvars.json'),
    JSON.stringify({
      service: 'account-baseline',
      key: account,
      environment: 'prod',
      account,
      workspace: `acme/account-baseline-${account}`,
      organization: 'acme',
      access: Object.fromEntries(
        Object.entries(runtimes).map(([workspace, runtime]) => [
          workspace,
          { project: 'team-shop', runtime },
        ]),
      ),
      ...variables,
    }),
  );
  await terraform('init', '-backend=false', '-input=false');
  await terraform('plan', '-input=false', '-no-color', '-out=plan');
  const { planned_values: values } = JSON.parse(
    await terraform('show', '-json', 'plan'),
  );
  const policy: Record<string, PolicyDocument> = {};
  for (const { address, values: its } of values.root_module.resources) {
    if (its.policy && address.startsWith('aws_iam_')) {
      policy[address] = JSON.parse(its.policy);
    }
  }

  const roles: Record<string, Role> = {};
  for (const { address } of values.root_module.resources) {
    const [, role, name] =
      /^aws_iam_role_policy_attachment\.runtime\["(\S+) (\S+)"\]$/.exec(
        address,
      ) ?? [];
    if (role) {
      const ofOrganization =
        variables.organization_rights &&
        runtimes[role.replace(/-(plan|apply)$/, '')] === 'platform';
      roles[role] ??= {
        policies: [],
        boundary: ofOrganization
          ? policy['aws_iam_policy.organization_deploy_boundary[0]']
          : policy['aws_iam_policy.deploy_boundary'],
      };
      roles[role].policies.push(policy[`aws_iam_policy.runtime["${name}"]`]);
    }
  }
  for (const workspace of Object.keys(runtimes)) {
    roles[`${workspace}-apply`].policies.push(
      policy[`aws_iam_role_policy.own["${workspace}"]`],
    );
  }
  return { roles, serviceBoundary: policy['aws_iam_policy.service_boundary'] };
}
