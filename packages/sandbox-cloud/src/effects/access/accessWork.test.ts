import { accessWork } from './accessWork';

const ACCOUNT = '100000000401';
const grant = { project: 'team-shop', runtime: 'ecs-fargate' };
const work = (
  ...[given, wanted]: [
    Parameters<typeof accessWork>[1],
    Parameters<typeof accessWork>[2],
  ]
) => {
  const { calls, plan } = accessWork(ACCOUNT, given, wanted);
  return {
    plan,
    calls: calls.map(
      ({ eventName, requestParameters }) =>
        `${eventName} ${requestParameters!.roleName}`,
    ),
  };
};

describe('accessWork', () => {
  it('makes two roles for a workspace, each with what it may do', () => {
    expect(work({}, { 'orders-dev-use1': grant })).toEqual({
      plan: { add: 5, change: 0, destroy: 0 },
      calls: [
        'CreateRole orders-dev-use1-plan',
        'PutRolePolicy orders-dev-use1-plan',
        'CreateRole orders-dev-use1-apply',
        'PutRolePolicy orders-dev-use1-apply',
        'PutRolePolicy orders-dev-use1-apply',
      ],
    });
  });

  it('has each role trust its own phase of its own workspace alone', () => {
    const [create] = accessWork(
      ACCOUNT,
      {},
      { 'orders-dev-use1': grant },
    ).calls;
    const document = JSON.parse(
      String(create.requestParameters!.assumeRolePolicyDocument),
    );
    expect(document.Statement[0].Condition.StringEquals).toEqual({
      'app.terraform.io:aud': 'aws.workload.identity',
      'app.terraform.io:sub':
        'organization:acme:project:team-shop:workspace:orders-dev-use1:run_phase:plan',
    });
  });

  it('takes away what is left out, and leaves the rest', () => {
    const rest = { 'cart-dev-use1': grant };
    expect(work({ ...rest, 'orders-dev-use1': grant }, rest)).toEqual({
      plan: { add: 0, change: 0, destroy: 5 },
      calls: [
        'DeleteRolePolicy orders-dev-use1-plan',
        'DeleteRole orders-dev-use1-plan',
        'DeleteRolePolicy orders-dev-use1-apply',
        'DeleteRolePolicy orders-dev-use1-apply',
        'DeleteRole orders-dev-use1-apply',
      ],
    });
    expect(work(rest, rest).calls).toEqual([]);
  });

  it('changes whom roles trust, and what they may do', () => {
    const given = { 'orders-dev-use1': grant };
    const moved = { 'orders-dev-use1': { ...grant, project: 'team-pay' } };
    expect(work(given, moved)).toEqual({
      plan: { add: 0, change: 2, destroy: 0 },
      calls: [
        'UpdateAssumeRolePolicy orders-dev-use1-plan',
        'UpdateAssumeRolePolicy orders-dev-use1-apply',
      ],
    });
    const other = { 'orders-dev-use1': { ...grant, runtime: 'lambda' } };
    expect(work(given, other).calls).toHaveLength(3);
  });
});
