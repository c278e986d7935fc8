import type { HcpRun, HcpWorkspace } from '../HcpState';
import { initialHcpState } from '../initialHcpState';
import { advanceRuns } from './advanceRuns';

const START = Date.parse('2026-11-20T12:00:00Z');
const ACCOUNT = '100000000401';
const grant = { project: 'team-shop', runtime: 'ecs-fargate' };

function setUp() {
  const state = initialHcpState(START);
  const named = (name: string) =>
    state.workspaces.find(workspace => workspace.name === name)!;
  let time = START;
  /** Runs a workspace, and lets a minute go by. */
  const run = (workspace: HcpWorkspace, change: Partial<HcpRun> = {}) => {
    const added: HcpRun = {
      id: `run-${state.runs.length}`,
      workspaceId: workspace.id,
      configurationVersionId: null,
      message: '',
      planOnly: false,
      status: 'pending',
      since: time,
      createdAt: time,
      plan: { add: 0, change: 0, destroy: 0 },
      autoApply: workspace.autoApply,
      ...change,
    };
    state.runs.push(added);
    workspace.runIds.push(added.id);
    time += 60_000;
    return { run: added, records: advanceRuns(state, time, 1)! };
  };
  const access = named(`account-baseline-${ACCOUNT}`);
  const variable = access.variables.find(({ key }) => key === 'access')!;
  const checkout = named('checkout-dev-use1');
  const orders: HcpWorkspace = {
    ...structuredClone(checkout),
    id: 'ws-orders',
    name: 'orders-dev-use1',
    runIds: [],
    variables: checkout.variables.map(one => ({
      ...one,
      value: one.value.replace('checkout', 'orders'),
    })),
  };
  state.workspaces.push(orders);
  return {
    state,
    run,
    access,
    checkout,
    orders,
    read: () => JSON.parse(variable.value),
    write: (map: object) => {
      variable.value = JSON.stringify(map);
    },
  };
}

describe('runs that take on roles', () => {
  it('can do so in every workspace that was always there', () => {
    const { state, run } = setUp();
    const known = state.workspaces.filter(({ id }) => id !== 'ws-orders');
    for (const workspace of known) {
      expect(run(workspace).run).toMatchObject({
        status: 'planned_and_finished',
      });
    }
  });

  it('fail without an entry, and leave the attempt behind', () => {
    const { run, orders } = setUp();
    const { run: failed, records } = run(orders);
    expect(failed.status).toBe('errored');
    expect(failed.error).toMatch(
      /AssumeRoleWithWebIdentity, .* AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity \(role arn:aws:iam::100000000401:role\/soa\/orders-dev-use1-plan, subject organization:acme:project:team-shop:workspace:orders-dev-use1:run_phase:plan\)$/,
    );
    expect(records).toMatchObject([
      {
        eventName: 'AssumeRoleWithWebIdentity',
        recipientAccountId: ACCOUNT,
        errorCode: 'AccessDenied',
        errorMessage: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
        responseElements: null,
      },
    ]);
  });

  it('can once the access workspace was applied, which applies by itself', () => {
    const { run, access, orders, read, write } = setUp();
    const before = access.resourceCount;
    write({ ...read(), 'orders-dev-use1': grant });
    expect(run(orders).run.status).toBe('errored');
    const { run: applied, records } = run(access);
    expect(applied).toMatchObject({
      status: 'applied',
      plan: { add: 5, change: 0, destroy: 0 },
    });
    expect(access.resourceCount).toBe(before + 5);
    expect(records.map(({ eventName }) => eventName)).toEqual([
      'AssumeRoleWithWebIdentity',
      'GetOpenIDConnectProvider',
      'GetPolicy',
      'AssumeRoleWithWebIdentity',
      'CreateRole',
      'PutRolePolicy',
      'CreateRole',
      'PutRolePolicy',
      'PutRolePolicy',
    ]);
    expect(run(orders).run.status).toBe('planned_and_finished');
    expect(run(access).run.status).toBe('planned_and_finished');
  });

  it.each([
    ['another project', { ...grant, project: 'team-payments' }],
    ['another workspace', undefined],
  ])('cannot with the roles of %s', (_, entry) => {
    const { run, access, orders, read, write } = setUp();
    write({
      ...read(),
      ...(entry && { 'orders-dev-use1': entry }),
      'orders-dev-usw2': grant,
    });
    run(access);
    expect(run(orders).run.status).toBe('errored');
    // Naming the role of another workspace does not do, either.
    for (const variable of orders.variables) {
      variable.value = variable.value.replace('-use1-', '-usw2-');
    }
    expect(run(orders).run.status).toBe('errored');
  });

  it('cannot apply with the role that plans', () => {
    const { run, checkout } = setUp();
    const [plan, apply] = ['PLAN', 'APPLY'].map(
      phase =>
        checkout.variables.find(
          ({ key }) => key === `TFC_AWS_${phase}_ROLE_ARN`,
        )!,
    );
    apply.value = plan.value;
    checkout.resourceCount = 0;
    const { run: failed } = run(checkout, { autoApply: true });
    expect(failed).toMatchObject({
      status: 'errored',
      error: expect.stringContaining('run_phase:apply'),
    });
  });

  it('cannot any more once their entry is gone', () => {
    const { run, access, checkout, read, write } = setUp();
    const { [checkout.name]: _, ...rest } = read();
    write(rest);
    expect(run(access).run.plan).toMatchObject({ destroy: 5 });
    expect(run(checkout).run.status).toBe('errored');
  });

  it('wait for a person where the access workspace does not apply by itself', () => {
    const { run, access, read, write } = setUp();
    access.autoApply = false;
    write({ ...read(), 'orders-dev-use1': grant });
    expect(run(access).run.status).toBe('planned');
  });

  it('end where the variable is no such map', () => {
    const { run, access, write } = setUp();
    write({ 'orders-dev-use1': 'team-shop' });
    expect(run(access).run).toMatchObject({
      status: 'errored',
      error: expect.stringContaining('Invalid value for input variable'),
    });
  });

  it('take all roles away with the access workspace', () => {
    const { run, access, checkout } = setUp();
    const { run: destroyed } = run(access, { isDestroy: true });
    expect(destroyed.status).toBe('applied');
    expect(access).toMatchObject({ access: {}, resourceCount: 0 });
    expect(run(checkout).run.status).toBe('errored');
  });
});
