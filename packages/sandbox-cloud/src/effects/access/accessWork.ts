import { DEPLOY_ROLE_PATH } from '@backstage-soa/plugin-soa-common';
import type { ApiCall } from '../../cloudtrail';
import type { AccessMap } from './AccessMap';
import { deployRoles } from './deployRoles';
import type { DeployRole } from './deployRoles';

/** Two roles, what they may read, and what one of them may write. */
export const RESOURCES_OF_ENTRY = 5;

/** What becomes of the roles of an account, as calls and as a plan. */
export interface AccessWork {
  calls: ApiCall[];
  plan: { add: number; change: number; destroy: number };
}

/** What Terraform does to get from what was applied to what is wanted. */
export function accessWork(
  account: string,
  given: AccessMap,
  wanted: AccessMap,
): AccessWork {
  const plan = { add: 0, change: 0, destroy: 0 };
  const calls: ApiCall[] = [];
  const names = new Set([...Object.keys(given), ...Object.keys(wanted)]);
  for (const workspace of [...names].sort()) {
    const [before, after] = [given[workspace], wanted[workspace]];
    const { project } = after ?? before;
    const roles = deployRoles(account, workspace, project);
    if (!before) {
      plan.add += RESOURCES_OF_ENTRY;
      calls.push(...roles.flatMap(made));
    } else if (!after) {
      plan.destroy += RESOURCES_OF_ENTRY;
      calls.push(...roles.flatMap(removed));
    } else {
      const changes = [
        ...(before.project === after.project ? [] : roles.map(trusted)),
        ...(before.runtime === after.runtime ? [] : roles.flatMap(allowed)),
      ];
      plan.change += changes.length;
      calls.push(...changes);
    }
  }
  return { calls, plan };
}

function made(role: DeployRole): ApiCall[] {
  return [
    call(
      'CreateRole',
      role,
      { path: DEPLOY_ROLE_PATH, assumeRolePolicyDocument: trustOf(role) },
      { role: { roleName: role.name, arn: role.arn } },
    ),
    ...allowed(role),
  ];
}

function allowed(role: DeployRole): ApiCall[] {
  const policies = role.phase === 'apply' ? ['read', 'write'] : ['read'];
  return policies.map(policyName =>
    call('PutRolePolicy', role, { policyName }),
  );
}

function trusted(role: DeployRole): ApiCall {
  return call('UpdateAssumeRolePolicy', role, {
    policyDocument: trustOf(role),
  });
}

function removed(role: DeployRole): ApiCall[] {
  return [
    ...allowed(role).map(put => ({ ...put, eventName: 'DeleteRolePolicy' })),
    call('DeleteRole', role),
  ];
}

function call(
  eventName: string,
  { name, arn }: DeployRole,
  parameters: object = {},
  responseElements?: Record<string, unknown>,
): ApiCall {
  return {
    eventSource: 'iam.amazonaws.com',
    eventName,
    global: true,
    requestParameters: { roleName: name, ...parameters },
    responseElements,
    resources: [{ arn, type: 'AWS::IAM::Role' }],
  };
}

function trustOf({ account, subject }: DeployRole): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: {
          Federated: `arn:aws:iam::${account}:oidc-provider/app.terraform.io`,
        },
        Condition: {
          StringEquals: {
            'app.terraform.io:aud': 'aws.workload.identity',
            'app.terraform.io:sub': subject,
          },
        },
      },
    ],
  });
}
