import { ACCOUNT, PLACEMENT, record, session } from '../__testUtils__/records';
import { parseRecord } from '../record';
import { actorOf } from './actorOf';
import { AttributionIndex } from './AttributionIndex';

const TASK_ROLE = `arn:aws:iam::${ACCOUNT}:role/cart-task`;
const SSO = 'AWSReservedSSO_AdministratorAccess_0123456789abcdef';
const PIPELINE_USER = `arn:aws:iam::${ACCOUNT}:user/jenkins`;

const index = new AttributionIndex(new Set([ACCOUNT]), [
  {
    workspace: {
      id: 'ws-cart',
      name: 'cart-prod-use1',
      organization: 'acme',
      url: 'https://tfc.test',
      componentRef: 'component:default/cart',
      placement: PLACEMENT,
      roles: {},
      entityRef: 'resource:default/ws-cart',
    },
    outputs: [{ name: 'task_role_arn', sensitive: false, value: TASK_ROLE }],
  },
]);

function actor(userIdentity: object) {
  const parsed = parseRecord(record('1', { userIdentity }), ACCOUNT);
  if ('reason' in parsed) {
    throw new Error(parsed.reason);
  }
  return actorOf(parsed.record, {
    index,
    proof: undefined,
    pipelineRoles: [`arn:aws:iam::${ACCOUNT}:role/ci`, PIPELINE_USER],
  });
}

describe('actorOf', () => {
  it.each([
    [
      'a person of Identity Center',
      session(`aws-reserved/sso.amazonaws.com/${SSO}`, 'dana@acme.example'),
      'person',
      'dana@acme.example',
    ],
    ['a role that only has such a name', session(SSO, 'dana'), 'unknown', SSO],
    [
      'the root user',
      { type: 'Root', accountId: ACCOUNT },
      'person',
      `root user of ${ACCOUNT}`,
    ],
    ['an IAM user', { type: 'IAMUser', userName: 'eve' }, 'person', 'eve'],
    [
      'an IAM user that is a pipeline by configuration',
      { type: 'IAMUser', userName: 'jenkins', arn: PIPELINE_USER },
      'pipeline',
      'jenkins',
    ],
    ['a role that is one', session('ci', 'build'), 'pipeline', 'ci'],
    [
      'AWS itself',
      { type: 'AWSService', invokedBy: 'ecs.amazonaws.com' },
      'aws-service',
      'ecs.amazonaws.com',
    ],
    [
      'AWS in a role of its own',
      {
        ...session('aws-service-role/ecs.amazonaws.com/ForEcs', 'x'),
        invokedBy: 'ecs.amazonaws.com',
      },
      'aws-service',
      'ecs.amazonaws.com',
    ],
    [
      'AWS that names no principal',
      { accountId: ACCOUNT, invokedBy: 'AWS Internal' },
      'aws-service',
      'AWS Internal',
    ],
    [
      'a role that only has the name of one',
      session('role-aws-service-role', 'x'),
      'unknown',
      'role-aws-service-role',
    ],
    [
      'another account',
      { type: 'AWSAccount', accountId: '999999999999' },
      'external-account',
      '999999999999',
    ],
    ['a task role', session('cart-task', 'abc'), 'workload', 'cart-task'],
    [
      'a function',
      { ...session('fn', 'abc'), inScopeOf: { sourceArn: 'arn' } },
      'workload',
      'fn',
    ],
    ['no type', { accountId: ACCOUNT, principalId: 'P' }, 'unknown', 'P'],
    ['nothing', null, 'unknown', 'unknown'],
  ])('knows %s', (_, identity, kind, name) => {
    expect(actor(identity as object)).toMatchObject({
      kind,
      name,
    });
  });

  it.each([
    [
      'a person',
      session(`aws-reserved/sso.amazonaws.com/${SSO}`, 'dana'),
      'person',
    ],
    ['the root user', { type: 'Root', accountId: ACCOUNT }, 'person'],
    ['a role', session('any', 'x'), 'unknown'],
    ['a task role', session('cart-task', 'x'), 'workload'],
  ])('knows %s who has AWS act for them', (_, identity, kind) => {
    const invokedBy = 'cloudformation.amazonaws.com';
    const { invokedBy: none, ...alone } = actor(identity);
    expect(none).toBeUndefined();
    expect(alone.kind).toBe(kind);
    expect(actor({ ...identity, invokedBy })).toEqual({ ...alone, invokedBy });
  });

  it('repeats what a session says of itself, as a claim', () => {
    expect(actor(session('other', 'terraform-run-abc'))).toMatchObject({
      kind: 'unknown',
      claim: 'claims to be run-abc',
    });
  });
});
