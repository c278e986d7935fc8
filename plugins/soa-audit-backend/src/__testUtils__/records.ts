import type { Placement } from '@backstage-soa/plugin-soa-common';

export const ACCOUNT = '111122223333';
export const KEY = 'ASIAAAAAAAAAAAAAAAAA';
export const CLUSTER = `arn:aws:ecs:us-east-1:${ACCOUNT}:cluster/runtime-ecs`;
export const SERVICE = `arn:aws:ecs:us-east-1:${ACCOUNT}:service/runtime-ecs/cart`;

/** Where the workspaces of the tests are. */
export const PLACEMENT: Placement = {
  environment: 'prod',
  account: ACCOUNT,
  region: 'us-east-1',
  runtime: 'ecs-fargate',
};

/** A session of a role. */
export function session(role: string, name: string, accessKeyId = KEY) {
  return {
    type: 'AssumedRole',
    principalId: `AROAEXAMPLE:${name}`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${name}`,
    accountId: ACCOUNT,
    accessKeyId,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        arn: `arn:aws:iam::${ACCOUNT}:role/${role}`,
        accountId: ACCOUNT,
        userName: role.split('/').pop(),
      },
    },
  };
}

/** A record as CloudTrail writes it. */
export function record(eventID: string, overrides: object = {}) {
  return {
    eventVersion: '1.11',
    eventID,
    eventTime: '2026-11-20T12:00:00Z',
    eventName: 'DeleteService',
    eventSource: 'ecs.amazonaws.com',
    awsRegion: 'us-east-1',
    recipientAccountId: ACCOUNT,
    sourceIPAddress: '203.0.113.24',
    userAgent: 'aws-cli/2',
    readOnly: false,
    userIdentity: session('other', 'terraform-run-forged'),
    requestParameters: null,
    responseElements: { service: { serviceArn: SERVICE } },
    ...overrides,
  };
}

/** STS gives a run of HCP Terraform its key. */
export function signIn(eventID: string, overrides: object = {}) {
  return record(eventID, {
    eventTime: '2026-11-20T11:59:00Z',
    eventName: 'AssumeRoleWithWebIdentity',
    eventSource: 'sts.amazonaws.com',
    userIdentity: {
      type: 'WebIdentityUser',
      identityProvider: `arn:aws:iam::${ACCOUNT}:oidc-provider/app.terraform.io`,
    },
    requestParameters: { roleSessionName: 'terraform-run-abc123' },
    responseElements: {
      subjectFromWebIdentityToken:
        'organization:acme:project:Team Shop:workspace:cart-prod-use1:run_phase:apply',
      credentials: { accessKeyId: KEY, sessionToken: 'SECRET-TOKEN' },
    },
    ...overrides,
  });
}
