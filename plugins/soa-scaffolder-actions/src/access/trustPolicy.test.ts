import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { mayAssume } from '../__testUtils__/iam';
import type {
  PolicyDocument,
  WorkloadIdentityToken,
} from '../__testUtils__/iam';
import { copyModule, terraformIn } from '../__testUtils__/terraformIn';

// Needs Terraform and its AWS provider; whoever has them says so.
const describeTerraform = process.env.SOA_TERRAFORM_CHECKS
  ? describe
  : describe.skip;

const ACCOUNT = '111122223333';

const subject = (phase: string, workspace = 'orders-prod-use1') =>
  `organization:acme:project:team shop:workspace:${workspace}:run_phase:${phase}`;

const token = (phase: string, workspace?: string): WorkloadIdentityToken => ({
  iss: 'https://app.terraform.io',
  aud: 'aws.workload.identity',
  sub: subject(phase, workspace),
});

/** Who is not the plan phase of the workspace. */
const strangers: Array<[string, Partial<WorkloadIdentityToken>]> = [
  ['another organization', { sub: subject('plan').replace('acme', 'evil') }],
  [
    'an organization that is longer',
    { sub: subject('plan').replace('acme', 'acme-evil') },
  ],
  [
    'another project',
    { sub: subject('plan').replace('team shop', 'team pay') },
  ],
  ['no project', { sub: subject('plan').replace('project:team shop:', '') }],
  ['another workspace', { sub: subject('plan', 'payments-prod-use1') }],
  [
    'a workspace that begins so',
    { sub: subject('plan', 'orders-prod-use1-eks') },
  ],
  ['a workspace that ends so', { sub: subject('plan', 'my-orders-prod-use1') }],
  ['a workspace that is a wildcard', { sub: subject('plan', '*') }],
  ['the apply phase', { sub: subject('apply') }],
  ['every phase', { sub: subject('*') }],
  ['a phase that begins so', { sub: subject('planning') }],
  ['no phase', { sub: subject('plan').replace(':run_phase:plan', '') }],
  ['a subject with more behind it', { sub: `${subject('plan')}:` }],
  ['a subject with more before it', { sub: `x:${subject('plan')}` }],
  ['upper case', { sub: subject('plan').toUpperCase() }],
  ['a workspace in upper case', { sub: subject('plan', 'Orders-prod-use1') }],
  ['a newline', { sub: `${subject('plan')}\n` }],
  [
    'the parts in another order',
    {
      sub: 'project:team shop:organization:acme:workspace:orders-prod-use1:run_phase:plan',
    },
  ],
  [
    'a test of a module',
    { sub: 'organization:acme:module:orders-prod-use1:operation:test_run' },
  ],
  ['an empty subject', { sub: '' }],
  ['no subject', { sub: undefined }],
  ['another audience', { aud: 'sts.amazonaws.com' }],
  ['an audience that begins so', { aud: 'aws.workload.identity.evil' }],
  ['no audience', { aud: undefined }],
  ['another issuer', { iss: 'https://tfe.evil.test' }],
  ['an issuer that begins so', { iss: 'https://app.terraform.io.evil.test' }],
  ['another path of the issuer', { iss: 'https://app.terraform.io/evil' }],
];

describeTerraform('trust of the roles of account-baseline', () => {
  const directory = createMockDirectory();
  const terraform = terraformIn(directory.path);
  const trust: Record<string, PolicyDocument> = {};
  const variables = {
    service: 'account-baseline',
    key: ACCOUNT,
    environment: 'prod',
    account: ACCOUNT,
    workspace: `acme/account-baseline-${ACCOUNT}`,
    organization: 'acme',
    create_oidc_provider: true,
    access: {
      'orders-prod-use1': { project: 'team shop', runtime: 'ecs-fargate' },
      'payments-prod-use1': { project: 'team pay', runtime: 'lambda' },
    },
  };
  const plan = async (values: object) => {
    await writeFile(
      join(directory.path, 'terraform.tfvars.json'),
      JSON.stringify({ ...variables, ...values }),
    );
    return terraform('plan', '-input=false', '-no-color', '-out=plan');
  };

  beforeAll(async () => {
    await copyModule('account-baseline', directory.path);
    await terraform('init', '-backend=false', '-input=false');
    await plan({});
    const { planned_values: values } = JSON.parse(
      await terraform('show', '-json', 'plan'),
    );
    for (const { address, index, values: role } of values.root_module
      .resources) {
      if (address.startsWith('aws_iam_role.deploy[')) {
        trust[index] = JSON.parse(role.assume_role_policy);
      }
    }
  }, 300_000);

  it('is of two roles for each workspace', () => {
    expect(Object.keys(trust).sort()).toEqual([
      'orders-prod-use1-apply',
      'orders-prod-use1-plan',
      'payments-prod-use1-apply',
      'payments-prod-use1-plan',
    ]);
  });

  it.each(['plan', 'apply'])('lets in the %s phase', phase => {
    expect(
      mayAssume(trust[`orders-prod-use1-${phase}`], token(phase), ACCOUNT),
    ).toBe(true);
  });

  it.each(strangers)('lets in no run of %s', (_, claims) => {
    const stranger = { ...token('plan'), ...claims };
    expect(mayAssume(trust['orders-prod-use1-plan'], stranger, ACCOUNT)).toBe(
      false,
    );
  });

  it('lets in nobody to apply who plans', () => {
    expect(
      mayAssume(trust['orders-prod-use1-apply'], token('plan'), ACCOUNT),
    ).toBe(false);
  });

  it('lets nobody in who another account vouches for', () => {
    expect(
      mayAssume(trust['orders-prod-use1-plan'], token('plan'), '444455556666'),
    ).toBe(false);
  });

  it.each<[string, object]>([
    [
      'a wildcard as workspace',
      { access: { '*': { project: 'team shop', runtime: 'lambda' } } },
    ],
    [
      'a wildcard in a workspace',
      {
        access: {
          'orders-????-use1': { project: 'team shop', runtime: 'lambda' },
        },
      },
    ],
    [
      'a wildcard in a project',
      { access: { orders: { project: 'team*', runtime: 'lambda' } } },
    ],
    [
      'a phase in a workspace',
      {
        access: {
          'orders:run_phase:apply': { project: 'team shop', runtime: 'lambda' },
        },
      },
    ],
    [
      'a workspace in a project',
      { access: { orders: { project: 'a:workspace:b', runtime: 'lambda' } } },
    ],
    [
      'a variable of IAM in a project',
      { access: { orders: { project: '${aws:userid}', runtime: 'lambda' } } },
    ],
    [
      'the end of a string in a project',
      { access: { orders: { project: 'a","b":"c', runtime: 'lambda' } } },
    ],
    ['a wildcard in the organization', { organization: 'acme*' }],
    ['a wildcard in the host', { hostname: '*.terraform.io' }],
  ])(
    'refuses %s',
    async (_, values) => {
      await expect(plan(values)).rejects.toThrow('Invalid value for variable');
    },
    60_000,
  );
});

describe('trust of the roles of the access workspace', () => {
  const trusts: Record<string, PolicyDocument> = {};
  const parameters: Record<string, string> = {
    Organization: 'acme',
    Project: 'team shop',
    BaselineService: 'account-baseline',
    Hostname: 'app.terraform.io',
    Audience: 'aws.workload.identity',
    'AWS::AccountId': ACCOUNT,
    'AWS::Partition': 'aws',
  };
  const workspace = `account-baseline-${ACCOUNT}`;

  beforeAll(async () => {
    const { Resources } = parse(
      await readFile(
        resolve(
          __dirname,
          '../../../../terraform/modules/account-baseline-stack-set/access-bootstrap.yaml',
        ),
        'utf8',
      ),
    );
    for (const [phase, name] of [
      ['plan', 'PlanRole'],
      ['apply', 'ApplyRole'],
    ]) {
      const text: string =
        Resources[name].Properties.AssumeRolePolicyDocument['Fn::Sub'];
      trusts[phase] = JSON.parse(
        text.replace(/\$\{([^}]+)\}/g, (_, key) => parameters[key]),
      );
    }
  });

  it.each(['plan', 'apply'])('lets in its %s phase', phase => {
    expect(mayAssume(trusts[phase], token(phase, workspace), ACCOUNT)).toBe(
      true,
    );
  });

  it.each(strangers)('lets in no run of %s', (_, claims) => {
    const { sub } = claims;
    const stranger = {
      ...token('plan', workspace),
      ...claims,
      ...(sub && { sub: sub.replace('orders-prod-use1', workspace) }),
    };
    expect(mayAssume(trusts.plan, stranger, ACCOUNT)).toBe(false);
  });

  it('lets in no access workspace of another account', () => {
    expect(
      mayAssume(
        trusts.plan,
        token('plan', 'account-baseline-444455556666'),
        ACCOUNT,
      ),
    ).toBe(false);
  });
});
