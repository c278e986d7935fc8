import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import { archiveOf } from './__testUtils__/archiveOf';
import { hcpTerraformAt } from './__testUtils__/hcpTerraformAt';
import {
  describeOnSpecification,
  problemsOf,
} from './__testUtils__/specification';
import { WatchedSandbox } from './__testUtils__/WatchedSandbox';

describe('the HCP Terraform client on the sandbox cloud', () => {
  let watched: WatchedSandbox;
  let client: HcpTerraformClient;

  const misbehave = (rule: object) => watched.misbehave(rule);

  beforeAll(async () => {
    watched = await WatchedSandbox.start();
    client = watched.client;
  });

  afterAll(() => watched.stop());

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
    expect(await client.findWorkspace('checkout-prod-use1')).toEqual(checkout);
    expect(await client.listOutputs(checkout!.id)).toContainEqual({
      name: 'cluster_arn',
      sensitive: false,
      value: 'arn:aws:ecs:us-east-1:100000000101:cluster/runtime-ecs',
    });
    const { items, nextPage } = await client.listResources(checkout!.id, 1);
    expect(items).toHaveLength(checkout!.resourceCount!);
    expect(items).toContainEqual(
      expect.objectContaining({
        address: 'module.service.aws_cloudwatch_log_group.this',
        type: 'aws_cloudwatch_log_group',
        provider: 'hashicorp/aws',
      }),
    );
    expect(nextPage).toBeUndefined();
  });

  it('reads those workspaces that have some tags', async () => {
    const tags = { 'soa-component': 'checkout', 'soa-environment': 'prod' };
    const names = [];
    for await (const { name } of client.listWorkspaces({ tags })) {
      names.push(name);
    }
    expect(names.sort()).toEqual(['checkout-prod-euw1', 'checkout-prod-use1']);
  });

  it('does not take an organization that it may not read for an empty one', async () => {
    const stranger = await hcpTerraformAt(watched.proxy.url, {
      organization: 'nobody',
    });
    await expect(
      stranger.listWorkspaces()[Symbol.asyncIterator]().next(),
    ).rejects.toMatchObject({
      kind: 'not-found-or-not-allowed',
      message: expect.stringContaining('check soa.hcpTerraform'),
    });
  });

  it('makes a workspace once, and applies a configuration', async () => {
    expect(await client.findProject('contract')).toBeUndefined();
    const project = await client.createProject({ name: 'contract' });
    expect(await client.findProject('contract')).toEqual(project);
    const input = {
      name: 'contract-dev-use1',
      description: 'of the contract',
      projectId: project.id,
      workingDirectory: 'infra',
      autoApply: false,
      sourceName: 'Backstage',
      sourceUrl: 'https://backstage.example',
      tagBindings: { 'soa-component': 'contract' },
    };
    const { id: workspaceId } = await client.createWorkspace(input);
    await expect(client.createWorkspace(input)).rejects.toMatchObject({
      kind: 'conflict',
    });
    await client.updateWorkspace(workspaceId, {
      terraformVersion: '1.11.4',
      tagBindings: { 'soa-component': 'contract', team: 'shop' },
    });
    expect(await client.findWorkspace(input.name)).toMatchObject({
      description: 'of the contract',
      project: { id: project.id, name: 'contract' },
      terraformVersion: '1.11.4',
      tagBindings: { 'soa-component': 'contract', team: 'shop' },
    });

    const placement = await client.createVariable(workspaceId, {
      key: 'placement',
      value: 'dev',
      category: 'terraform',
    });
    await client.updateVariable(workspaceId, placement.id, {
      value: 'dev-use1',
    });
    await client.createVariable(workspaceId, {
      key: 'secret',
      value: 'hush',
      category: 'env',
      sensitive: true,
    });
    const variables = await client.listVariables(workspaceId);
    expect(variables.map(({ key, value }) => [key, value])).toEqual([
      ['placement', 'dev-use1'],
      ['secret', undefined],
    ]);
    expect(await client.listOutputs(workspaceId)).toEqual([]);

    const version = await client.createConfigurationVersion(workspaceId);
    expect(new URL(version.uploadUrl!).origin).not.toBe(watched.proxy.url);
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
      workspaceId,
      configurationVersionId: version.id,
      message: 'contract',
    });
    watched.clock.pass(10_000);
    const planned = (await client.getRun(id))!;
    expect(planned).toMatchObject({
      status: 'planned',
      isConfirmable: true,
      workspaceId,
      configurationVersionId: version.id,
      message: 'contract',
    });
    const plan = await client.getPlan(planned.planId!);
    expect(plan!.resourceAdditions).toBeGreaterThan(0);
    await client.applyRun(id, { comment: 'contract' });
    await expect(client.applyRun(id, {})).rejects.toMatchObject({
      kind: 'conflict',
    });
    watched.clock.pass(10_000);
    expect(await client.getRun(id)).toMatchObject({
      status: 'applied',
      isConfirmable: false,
    });
    expect((await client.listRuns(workspaceId))[0].id).toBe(id);
    expect(await client.listOutputs(workspaceId)).not.toHaveLength(0);

    const again = await client.createRun({
      workspaceId,
      configurationVersionId: version.id,
      message: 'contract, again',
    });
    watched.clock.pass(10_000);
    const finished = (await client.getRun(again.id))!;
    expect(finished).toMatchObject({
      status: 'planned_and_finished',
      isConfirmable: false,
      hasChanges: false,
    });
    expect(await client.getPlan(finished.planId!)).toMatchObject({
      resourceAdditions: 0,
      resourceChanges: 0,
      resourceDestructions: 0,
    });
  });

  it('waits and sends again what was refused for its rate, writes too', async () => {
    await misbehave({ kind: 'throttle', times: 2 });
    expect(await client.findWorkspace('checkout-prod-use1')).toBeDefined();
    await misbehave({ kind: 'throttle', operation: 'POST', times: 1 });
    const made = await client.createProject({ name: 'after a while' });
    expect(await client.findProject('after a while')).toEqual(made);
  });

  it('reads again after a dropped connection and a broken answer', async () => {
    await misbehave({ kind: 'drop', times: 1 });
    await misbehave({ kind: 'error', times: 1 });
    expect(await client.findWorkspace('checkout-prod-use1')).toBeDefined();
  });

  it.each(['drop', 'error'])(
    'does not send again what might be done twice: %s',
    async kind => {
      const name = `once after ${kind}`;
      await misbehave({ operation: 'POST', kind, times: 1 });
      await expect(client.createProject({ name })).rejects.toMatchObject({
        kind: 'unavailable',
      });
      expect(await client.findProject(name)).toBeUndefined();
    },
  );

  it('takes what it may not see for what is not there', async () => {
    await misbehave({ kind: 'not-found', times: 1 });
    expect(await client.findWorkspace('checkout-prod-use1')).toBeUndefined();
    expect(await client.findWorkspace('no-such-workspace')).toBeUndefined();
    expect(await client.getRun('run-none')).toBeUndefined();
    expect(await client.getPlan('plan-none')).toBeUndefined();
    expect(await client.getConfigurationVersion('cv-none')).toBeUndefined();
    await expect(
      client.updateWorkspace('ws-none', { autoApply: false }),
    ).rejects.toMatchObject({ kind: 'not-found-or-not-allowed' });
  });

  it('tells a bad token from that, and does not repeat it', async () => {
    const stranger = await hcpTerraformAt(watched.proxy.url, {
      token: 'wrong-token',
    });
    const error = await stranger.findWorkspace('checkout').catch(e => e);
    expect(error).toBeInstanceOf(HcpTerraformError);
    expect(error.kind).toBe('bad-token');
    expect(error.message).not.toContain('wrong-token');
  });

  it('never shows its token to the host of archives', () => {
    const there = watched.proxy.exchanges.filter(({ path }) =>
      path.startsWith('/_archivist'),
    );
    expect(there).not.toEqual([]);
    for (const { headers } of there) {
      expect(headers.authorization).toBeUndefined();
    }
  });

  describeOnSpecification(
    "HashiCorp's specification (needs SOA_HCP_TERRAFORM_OPENAPI)",
    () => {
      it('is kept by the client, and by the sandbox cloud', () => {
        const { exchanges } = watched.proxy;
        expect(exchanges.length).toBeGreaterThan(40);
        expect(problemsOf(exchanges)).toEqual([]);
      });
    },
  );
});
