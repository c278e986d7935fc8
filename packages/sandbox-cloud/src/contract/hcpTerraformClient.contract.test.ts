import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import { mockServices } from '@backstage/backend-test-utils';
import { startSandboxCloud } from '../startSandboxCloud';
import type { SandboxCloud } from '../startSandboxCloud';
import { archiveOf } from './__testUtils__/archiveOf';
import { hcpTerraformFrom } from './__testUtils__/clients';

describe('the HCP Terraform client on the sandbox cloud', () => {
  let sandbox: SandboxCloud;
  let client: HcpTerraformClient;
  let time = Date.parse('2026-11-20T12:00:00Z');

  const clientWith = (token: string, organization = 'acme') =>
    hcpTerraformFrom(
      mockServices.rootConfig({
        data: {
          soa: {
            hcpTerraform: [{ organization, baseUrl: sandbox.url, token }],
          },
        },
      }),
    );

  const misbehave = (rule: object) =>
    fetch(`${sandbox.url}/_sandbox/misbehave`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(rule),
    });

  beforeAll(async () => {
    sandbox = await startSandboxCloud({
      now: () => {
        time += 60;
        return time;
      },
    });
    client = await clientWith('sandbox-token');
  });

  afterAll(() => sandbox.stop());

  it('reads all workspaces with project, run and tags', async () => {
    const workspaces = [];
    for await (const workspace of client.listWorkspaces()) {
      workspaces.push(workspace);
    }
    expect(workspaces.length).toBeGreaterThan(25);
    const checkout = workspaces.find(
      ({ name }) => name === 'checkout-prod-use1',
    );
    expect(checkout).toMatchObject({
      project: { name: 'team-shop' },
      workingDirectory: 'infra',
      currentRun: { status: 'applied' },
      tagBindings: {
        'soa-component': 'checkout',
        'soa-account': '100000000101',
      },
    });
    expect(await client.listOutputs(checkout!.id)).toContainEqual({
      name: 'cluster_arn',
      sensitive: false,
      value: 'arn:aws:ecs:us-east-1:100000000101:cluster/runtime-ecs',
    });
  });

  it('does not take an organization that it may not read for an empty one', async () => {
    const stranger = await clientWith('sandbox-token', 'nobody');
    await expect(
      stranger.listWorkspaces()[Symbol.asyncIterator]().next(),
    ).rejects.toMatchObject({
      kind: 'not-found-or-not-allowed',
      message: expect.stringContaining('check soa.hcpTerraform'),
    });
  });

  it('makes a workspace once, and applies a configuration', async () => {
    const project =
      (await client.findProject('contract')) ??
      (await client.createProject({ name: 'contract' }));
    expect(await client.findProject('contract')).toEqual(project);
    const input = {
      name: 'contract-dev-use1',
      projectId: project.id,
      workingDirectory: 'infra',
      tagBindings: { 'soa-component': 'contract' },
    };
    const workspace = await client.createWorkspace(input);
    await expect(client.createWorkspace(input)).rejects.toMatchObject({
      kind: 'conflict',
    });
    await client.createVariable(workspace.id, {
      key: 'placement',
      value: 'dev-use1',
      category: 'terraform',
    });
    await client.createVariable(workspace.id, {
      key: 'secret',
      value: 'hush',
      category: 'env',
      sensitive: true,
    });
    const variables = await client.listVariables(workspace.id);
    expect(variables.map(({ key, value }) => [key, value])).toEqual([
      ['placement', 'dev-use1'],
      ['secret', undefined],
    ]);

    const version = await client.createConfigurationVersion(workspace.id);
    await client.uploadConfiguration(
      version.uploadUrl!,
      await archiveOf({
        'infra/placements/dev-use1.json': JSON.stringify({
          service: 'contract',
          environment: 'dev',
          account: '100000000401',
          region: 'us-east-1',
          runtime: 'ecs-fargate',
        }),
      }),
    );
    expect(await client.getConfigurationVersion(version.id)).toMatchObject({
      status: 'uploaded',
    });
    const { id } = await client.createRun({
      workspaceId: workspace.id,
      configurationVersionId: version.id,
      message: 'contract',
    });
    const until = async (status: string) => {
      let run = await client.getRun(id);
      while (run?.status !== status) {
        time += 500;
        run = await client.getRun(id);
      }
      return run;
    };
    const planned = await until('planned');
    expect(planned.isConfirmable).toBe(true);
    expect(await client.getPlan(planned.planId!)).toMatchObject({
      resourceAdditions: 9,
    });
    await client.applyRun(id, { comment: 'contract' });
    await expect(client.applyRun(id, {})).rejects.toMatchObject({
      kind: 'conflict',
    });
    await until('applied');
    expect((await client.listRuns(workspace.id))[0].id).toBe(id);
    expect(await client.listOutputs(workspace.id)).not.toHaveLength(0);
  });

  it('waits and sends again what was refused for its rate', async () => {
    await misbehave({ service: 'hcp-terraform', kind: 'throttle', times: 2 });
    expect(await client.findWorkspace('checkout-prod-use1')).toBeDefined();
  });

  it('reads again after a dropped connection and a broken answer', async () => {
    await misbehave({ service: 'hcp-terraform', kind: 'drop', times: 1 });
    await misbehave({ service: 'hcp-terraform', kind: 'error', times: 1 });
    expect(await client.findWorkspace('checkout-prod-use1')).toBeDefined();
  });

  it('does not send again what might be done twice', async () => {
    await misbehave({
      service: 'hcp-terraform',
      operation: 'POST',
      kind: 'drop',
      times: 1,
    });
    await expect(
      client.createProject({ name: 'only once' }),
    ).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await client.findProject('only once')).toBeUndefined();
  });

  it('tells a bad token from what is not there', async () => {
    expect(await client.findWorkspace('no-such-workspace')).toBeUndefined();
    const stranger = await clientWith('wrong');
    const error = await stranger.findWorkspace('checkout').catch(e => e);
    expect(error).toBeInstanceOf(HcpTerraformError);
    expect(error.kind).toBe('bad-token');
    expect(error.message).not.toContain('wrong');
  });
});
