import { createMockDirectory } from '@backstage/backend-test-utils';
import { isAllowed } from '../__testUtils__/iam';
import type { PolicyDocument } from '../__testUtils__/iam';
import { rolesOf } from '../__testUtils__/rights';
import type { Roles } from '../__testUtils__/rights';

// Needs Terraform and its AWS provider; whoever has them says so.
const describeTerraform = process.env.SOA_TERRAFORM_CHECKS
  ? describe
  : describe.skip;

const ACCOUNT = '111122223333';
const iam = (resource: string) => `arn:aws:iam::${ACCOUNT}:${resource}`;
const BOUNDARY = iam('policy/soa/service-boundary');
const OWN = { 'aws:ResourceTag/Workspace': 'acme/site-prod' };
const OTHERS = { 'aws:ResourceTag/Workspace': 'acme/orders-prod-use1' };
const HERE = { 'aws:RequestedRegion': 'us-east-1' };

const stack = (name: string) =>
  `arn:aws:cloudformation:us-east-1:${ACCOUNT}:stack/${name}`;
const lambdaFunction = (name: string) =>
  `arn:aws:lambda:us-east-1:${ACCOUNT}:function:${name}`;
const bucket = (name: string) => `arn:aws:s3:::${name}-${ACCOUNT}-us-east-1`;
const TEMPLATE = `arn:aws:ec2:us-east-1:${ACCOUNT}:launch-template/lt-1`;
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`;
const ownOf = (name: string) => ({
  'aws:ResourceTag/Workspace': `acme/${name}`,
});

type Ask = [action: string, resource: string, context?: object];

/** What the module of each runtime cannot do without. */
const needs: Record<string, Ask[]> = {
  'ecs-fargate': [
    ['ecs:CreateService', '*', HERE],
    ['ecs:RegisterTaskDefinition', '*', HERE],
    ['elasticloadbalancing:CreateRule', '*', { ...HERE, ...OTHERS }],
    ['application-autoscaling:PutScalingPolicy', '*', HERE],
    ['tag:GetResources', '*', HERE],
    ['vpc-lattice:CreateService', '*', HERE],
    ['wafv2:AssociateWebACL', '*', HERE],
  ],
  'ecs-ec2': [
    ['autoscaling:CreateAutoScalingGroup', '*', HERE],
    ['ecs:CreateCapacityProvider', '*', HERE],
    ['ec2:RunInstances', '*', HERE],
  ],
  eks: [
    ['eks:CreatePodIdentityAssociation', '*', HERE],
    ['eks:DescribeCluster', '*', HERE],
  ],
  lambda: [
    ['lambda:CreateFunction', '*', HERE],
    ['cloudformation:UpdateStack', stack('soa-lambda-prod-live/1'), HERE],
    ['lambda:UpdateFunctionCode', lambdaFunction('lambda-prod'), HERE],
    ['lambda:UpdateAlias', lambdaFunction('lambda-prod:live'), HERE],
    ['codedeploy:CreateDeployment', '*', HERE],
    ['apigateway:POST', '*', HERE],
    ['sqs:CreateQueue', '*', HERE],
  ],
  ec2: [
    ['ec2:CreateLaunchTemplate', '*', HERE],
    ['autoscaling:StartInstanceRefresh', '*', HERE],
    ['iam:CreateInstanceProfile', iam('instance-profile/soa/ec2-prod-x')],
    [
      'ec2:CreateTags',
      TEMPLATE,
      { ...HERE, 'ec2:CreateAction': 'CreateLaunchTemplate' },
    ],
    [
      'ec2:CreateLaunchTemplateVersion',
      TEMPLATE,
      { ...HERE, ...ownOf('ec2-prod') },
    ],
    ['ec2:ModifyLaunchTemplate', TEMPLATE, { ...HERE, ...ownOf('ec2-prod') }],
  ],
  'static-site': [
    ['cloudfront:CreateDistribution', '*', HERE],
    ['logs:PutDeliverySource', '*', HERE],
    ['logs:CreateDelivery', '*', HERE],
    ['s3:PutBucketPolicy', bucket('static-site-prod'), HERE],
    [
      's3:DeleteObjectVersion',
      `${bucket('static-site-prod')}/index.html`,
      HERE,
    ],
    [
      'ssm:PutParameter',
      `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/soa/sites/static-site-prod`,
      HERE,
    ],
  ],
  platform: [
    ['ec2:CreateVpc', '*', HERE],
    ['ec2:CreateNatGateway', '*', HERE],
    ['eks:CreateCluster', '*', HERE],
    ['kms:CreateKey', '*', HERE],
    ['kms:TagResource', '*', HERE],
    ['kms:PutKeyPolicy', KEY, { ...HERE, ...ownOf('platform-prod') }],
    ['ram:CreateResourceShare', '*', HERE],
    ['route53:CreateHostedZone', '*', HERE],
    ['vpc-lattice:CreateServiceNetwork', '*', HERE],
    [
      'ssm:PutParameter',
      `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/soa/platform/prod/vpc-id`,
      HERE,
    ],
  ],
};

/** What no run may do, whatever it runs. */
const never: Ask[] = [
  ['iam:CreateRole', iam('role/soa/site-prod-x'), {}],
  [
    'iam:CreateRole',
    iam('role/soa/site-prod-x'),
    { 'iam:PermissionsBoundary': iam('policy/soa/deploy-boundary') },
  ],
  [
    'iam:CreateRole',
    iam('role/admin'),
    { 'iam:PermissionsBoundary': BOUNDARY },
  ],
  [
    'iam:CreateRole',
    iam('role/soa/site-prod-plan'),
    { 'iam:PermissionsBoundary': BOUNDARY },
  ],
  [
    'iam:AttachRolePolicy',
    iam('role/soa/site-prod-apply'),
    { 'iam:PermissionsBoundary': BOUNDARY },
  ],
  ['iam:UpdateAssumeRolePolicy', iam('role/soa/orders-prod-use1-apply')],
  ['iam:UpdateAssumeRolePolicy', iam('role/soa/orders-prod-use1-task')],
  [
    'iam:PutRolePolicy',
    iam('role/soa/site-prod-x'),
    { ...OTHERS, 'iam:PermissionsBoundary': BOUNDARY },
  ],
  ['iam:DeleteRolePermissionsBoundary', iam('role/soa/site-prod-x')],
  ['iam:CreatePolicyVersion', BOUNDARY],
  ['iam:CreatePolicyVersion', iam('policy/soa-deploy/write-platform')],
  [
    'iam:PassRole',
    iam('role/soa/orders-prod-use1-task'),
    { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
  ],
  [
    'iam:PassRole',
    iam('role/soa/site-prod-apply'),
    { 'iam:PassedToService': 'lambda.amazonaws.com' },
  ],
  ['iam:CreateUser', iam('user/eve')],
  [
    'iam:UpdateOpenIDConnectProviderThumbprint',
    iam('oidc-provider/app.terraform.io'),
  ],
  ['sts:AssumeRole', iam('role/soa/orders-prod-use1-apply')],
  ['organizations:LeaveOrganization', '*'],
  ['account:CloseAccount', '*'],
  ['cloudtrail:StopLogging', '*', HERE],
  ['s3:PutAccountPublicAccessBlock', '*', HERE],
  ['ec2:DisableEbsEncryptionByDefault', '*', HERE],
  ['ec2:CreateSecurityGroup', '*', { 'aws:RequestedRegion': 'ap-south-1' }],
  ['ec2:DeleteSecurityGroup', '*', { ...HERE, ...OTHERS }],
  [
    'ssm:PutParameter',
    `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/soa/baseline/version`,
    HERE,
  ],
  ['secretsmanager:GetSecretValue', '*', HERE],
  // Whose policy a run can write, it can read whatever is in there.
  ['s3:PutBucketPolicy', bucket('orders-prod'), HERE],
  ['s3:DeleteBucket', 'arn:aws:s3:::terraform-state', HERE],
  ['s3:PutBucketVersioning', bucket('organization-trail'), HERE],
  ['kms:PutKeyPolicy', KEY, HERE],
  ['kms:PutKeyPolicy', KEY, { ...HERE, ...OTHERS }],
  ['kms:ScheduleKeyDeletion', KEY, HERE],
  ['kms:TagResource', KEY, { ...HERE, ...OTHERS }],
  ['iam:CreatePolicyVersion', iam('policy/soa/site-prod-x'), OTHERS],
  ['secretsmanager:DeleteSecret', '*', HERE],
  ['ecr:DeleteRepository', '*', HERE],
];

/** What would have somebody else, who may do more, do it. */
const borrowed: Array<[runtime: string, ...Ask]> = [
  [
    'lambda',
    'cloudformation:UpdateStack',
    stack('StackSet-soa-bootstrap/1'),
    HERE,
  ],
  ['lambda', 'cloudformation:UpdateStack', stack('CDKToolkit/1'), HERE],
  ['lambda', 'cloudformation:CreateStackSet', '*', HERE],
  ['lambda', 'lambda:UpdateFunctionCode', lambdaFunction('auditor'), HERE],
  ['lambda', 'lambda:UpdateAlias', lambdaFunction('auditor:live'), HERE],
  ['static-site', 's3:GetObject', 'arn:aws:s3:::terraform-state/all', HERE],
  ['static-site', 's3:PutBucketPolicy', bucket('orders-prod'), HERE],
  ['ec2', 'ec2:CreateLaunchTemplateVersion', TEMPLATE, HERE],
  ['ec2', 'ec2:ModifyLaunchTemplate', TEMPLATE, { ...HERE, ...OTHERS }],
  ['ec2', 'ec2:CreateTags', TEMPLATE, HERE],
  [
    'static-site',
    's3:DeleteObjectVersion',
    'arn:aws:s3:::terraform-state/all',
    HERE,
  ],
  [
    'static-site',
    's3:ListBucketVersions',
    bucket('static-site-prod').replace(ACCOUNT, '444455556666'),
    HERE,
  ],
  ['lambda', 'ec2:DeleteNetworkInterface', '*', { ...HERE, ...OTHERS }],
  ['lambda', 'ecr:PutImage', '*', HERE],
  // Of the workspace `ec2-prod-2`.
  [
    'ec2',
    'iam:CreateRole',
    iam('role/soa/ec2-prod-2-instance'),
    { 'iam:PermissionsBoundary': BOUNDARY },
  ],
  [
    'ec2',
    'iam:PassRole',
    iam('role/soa/ec2-prod-2-instance'),
    { 'iam:PassedToService': 'ec2.amazonaws.com' },
  ],
];

describeTerraform('rights of the roles of account-baseline', () => {
  const directory = createMockDirectory();
  let roles: Roles['roles'];
  let serviceBoundary: PolicyDocument;
  // `site-prod` is a platform's, which may most.
  const runtimes = Object.fromEntries([
    ...Object.keys(needs).map(runtime => [`${runtime}-prod`, runtime]),
    ['site-prod', 'platform'],
    ['ec2-prod-2', 'ec2'],
  ]);

  beforeAll(async () => {
    ({ roles, serviceBoundary } = await rolesOf(
      { account: ACCOUNT, runtimes, allowed_regions: ['us-east-1'] },
      directory.path,
    ));
  }, 300_000);

  const asks = (role: string, [action, resource, context = {}]: Ask) =>
    isAllowed(roles[role], {
      action,
      resource,
      context: context as Record<string, string>,
    });

  it.each(Object.entries(needs))(
    'let %s make what it makes',
    (runtime, all) => {
      expect(all.filter(ask => !asks(`${runtime}-prod-apply`, ask))).toEqual(
        [],
      );
    },
  );

  it.each(Object.entries(needs))(
    'let a plan of %s read only',
    (runtime, all) => {
      expect(
        all.filter(
          ask =>
            !/:(Describe|Get)/.test(ask[0]) &&
            asks(`${runtime}-prod-plan`, ask),
        ),
      ).toEqual([]);
    },
  );

  it.each(never)('let nobody do %s to %s', (...ask) => {
    expect(asks('site-prod-apply', ask)).toBe(false);
  });

  it.each(borrowed)('let no run of %s do %s by %s', (runtime, ...ask) => {
    expect(asks(`${runtime}-prod-apply`, ask)).toBe(false);
  });

  it('let a run make, change and pass roles of its own', () => {
    const role = iam('role/soa/site-prod-x');
    const bounded = { ...OWN, 'iam:PermissionsBoundary': BOUNDARY };
    const own: Ask[] = [
      ['iam:CreateRole', role, { 'iam:PermissionsBoundary': BOUNDARY }],
      ['iam:PutRolePolicy', role, bounded],
      ['iam:AttachRolePolicy', role, bounded],
      ['iam:DeleteRole', role, OWN],
      ['iam:PassRole', role, { 'iam:PassedToService': 'eks.amazonaws.com' }],
    ];
    expect(own.filter(ask => !asks('site-prod-apply', ask))).toEqual([]);
  });

  it.each<Ask>([
    ['s3:GetObject', 'arn:aws:s3:::orders/1', HERE],
    [
      'sts:AssumeRole',
      'arn:aws:iam::444455556666:role/partner',
      { 'aws:ResourceAccount': '444455556666' },
    ],
    [
      'lambda:UpdateFunctionCode',
      lambdaFunction('lambda-prod'),
      { ...HERE, ...OTHERS },
    ],
  ])('let a service do %s', (action, resource, context) => {
    expect(serves(action, resource, context)).toBe(true);
  });

  it.each<Ask>([
    [
      'sts:AssumeRole',
      iam('role/cdk-deploy'),
      { 'aws:ResourceAccount': ACCOUNT },
    ],
    [
      'sts:AssumeRole',
      iam('role/soa/site-prod-apply'),
      { 'aws:ResourceAccount': ACCOUNT },
    ],
    ['cloudformation:CreateStackSet', '*', HERE],
    ['cloudformation:UpdateStack', stack('StackSet-soa-bootstrap/1'), HERE],
    ['lambda:UpdateFunctionCode', lambdaFunction('auditor'), HERE],
    [
      'iam:CreateRole',
      iam('role/soa/site-prod-x'),
      { 'iam:PermissionsBoundary': BOUNDARY },
    ],
  ])('let no service do %s to %s', (action, resource, context) => {
    expect(serves(action, resource, context)).toBe(false);
  });

  /** A service's role that has been given everything. */
  function serves(action: string, resource: string, context: object = {}) {
    return isAllowed(
      {
        policies: [
          { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
        ],
        boundary: serviceBoundary,
      },
      { action, resource, context: context as Record<string, string> },
    );
  }
});
