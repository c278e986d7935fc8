import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import {
  FakeHcpTerraform,
  ordersWorkspace,
} from '../__testUtils__/FakeHcpTerraform';
import { readWorkspaces } from './readWorkspaces';
import type { WorkspaceReading } from './readWorkspaces';

describe('readWorkspaces', () => {
  let tfc: FakeHcpTerraform;
  let known: Map<string, WorkspaceReading>;

  const read = async () => {
    const { readings, warnings } = await readWorkspaces({
      client: tfc.client(),
      lastKnown: id => known.get(id),
    });
    known = new Map(readings.map(one => [one.workspace.id, one]));
    const calls = tfc.calls.filter(call => call !== 'workspaces');
    tfc.calls = [];
    return { readings, warnings, calls };
  };

  beforeEach(() => {
    known = new Map();
    tfc = new FakeHcpTerraform();
    tfc.workspaces = [ordersWorkspace()];
    const variable = (key: string, value: string) => ({
      id: key,
      key,
      value,
      category: 'env' as const,
      hcl: false,
      sensitive: false,
    });
    tfc.variables['ws-orders1'] = [
      variable('TFC_AWS_PLAN_ROLE_ARN', 'arn:plan'),
      variable('TFC_AWS_APPLY_ROLE_ARN', 'arn:apply'),
    ];
    tfc.outputs['ws-orders1'] = [
      { name: 'service_arn', sensitive: false, value: 'arn:service' },
      { name: 'password', sensitive: true, value: 'secret' },
    ];
  });

  it('reads placement, run, roles and outputs, and no secret', async () => {
    const { readings } = await read();
    expect(readings).toEqual([
      {
        version: expect.any(String),
        workspace: expect.objectContaining({
          id: 'ws-orders1',
          componentRef: 'component:default/orders',
          placement: {
            environment: 'prod',
            account: '111122223333',
            region: 'us-east-1',
            runtime: 'ecs-fargate',
          },
          currentRun: {
            id: 'run-1',
            status: 'applied',
            url: 'https://tfc.test/orders-prod-use1/run-1',
          },
          roles: { plan: 'arn:plan', apply: 'arn:apply' },
          entityRef: 'resource:default/ws-orders1',
        }),
        outputs: [
          { name: 'service_arn', sensitive: false, value: 'arn:service' },
          { name: 'password', sensitive: true },
        ],
      },
    ]);
  });

  it('asks for variables and outputs when a run begins and when it ends', async () => {
    const details = ['variables ws-orders1', 'outputs ws-orders1'];
    expect((await read()).calls).toEqual(details);
    expect((await read()).calls).toEqual([]);
    const running = (status: string) => {
      tfc.workspaces = [
        ordersWorkspace({
          currentRun: { id: 'run-2', status, isConfirmable: false },
        }),
      ];
    };
    running('planning');
    expect((await read()).calls).toEqual(details);
    running('applying');
    const { calls, readings } = await read();
    expect(calls).toEqual([]);
    expect(readings[0].workspace.currentRun?.status).toBe('applying');
    expect(readings[0].workspace.roles.plan).toBe('arn:plan');
    running('applied');
    expect((await read()).calls).toEqual(details);
  });

  it('keeps what was known of a workspace that cannot be read, and tries again', async () => {
    await read();
    tfc.workspaces = [ordersWorkspace({ latestChangeAt: 'later' })];
    tfc.outputFailures.set('ws-orders1', new Error('malformed'));
    const { readings, warnings } = await read();
    expect(readings[0].outputs).toHaveLength(2);
    expect(warnings).toEqual([expect.stringContaining('orders-prod-use1')]);
    tfc.outputFailures.clear();
    tfc.outputs['ws-orders1'] = [];
    expect((await read()).readings[0].outputs).toEqual([]);
  });

  it('fails as a whole where HCP Terraform is not there', async () => {
    tfc.outputFailures.set(
      'ws-orders1',
      new HcpTerraformError('unavailable', 'down'),
    );
    await expect(read()).rejects.toThrow('down');
    tfc.outputFailures.clear();
    tfc.listFailure = new Error('second page');
    await expect(read()).rejects.toThrow('second page');
  });

  it('takes no tags for a component that cannot be', async () => {
    const { tagBindings } = ordersWorkspace();
    tfc.workspaces = [
      ordersWorkspace({
        tagBindings: { ...tagBindings, 'soa-component': 'a b/c:d' },
      }),
    ];
    const [{ workspace }] = (await read()).readings;
    expect(workspace.componentRef).toBeUndefined();
    expect(workspace.placement).toBeUndefined();
  });

  it('takes a workspace that is listed twice for one', async () => {
    tfc.workspaces = [ordersWorkspace(), ordersWorkspace()];
    expect((await read()).readings).toHaveLength(1);
  });
});
