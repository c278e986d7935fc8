import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import { archiveOf } from './__testUtils__/archiveOf';
import {
  describeOnSpecification,
  problemsOf,
} from './__testUtils__/specification';
import { WatchedSandbox } from './__testUtils__/WatchedSandbox';

describe("the HCP Terraform client on the sandbox cloud's runs", () => {
  let watched: WatchedSandbox;
  let client: HcpTerraformClient;

  const misbehave = (kind: string, operation?: string) =>
    watched.misbehave({ kind, operation });

  const idOf = async (name: string) => (await client.findWorkspace(name))!.id;

  /** A run of a workspace, as it is after ten seconds. */
  const runOf = async (
    workspaceId: string,
    input: Partial<Parameters<HcpTerraformClient['createRun']>[0]> = {},
  ) => {
    const { id } = await client.createRun({
      workspaceId,
      message: 'contract',
      ...input,
    });
    watched.clock.pass(10_000);
    return (await client.getRun(id))!;
  };

  const configure = async (workspaceId: string, speculative = false) => {
    const version = await client.createConfigurationVersion(workspaceId, {
      speculative,
    });
    await client.uploadConfiguration(
      version.uploadUrl!,
      await archiveOf({
        'infra/imports.tf': 'import {\n}\nimport {\n}\n',
        'infra/placements/dev-use1.json': JSON.stringify({
          service: 'contract',
          environment: 'dev',
          account: '100000000401',
          region: 'us-east-1',
          runtime: 'ecs-fargate',
        }),
      }),
    );
    return version.id;
  };

  /** A new workspace that is configured. */
  const prepare = async (name: string) => {
    const { id } = await client.createWorkspace({ name });
    await client.createVariable(id, {
      key: 'placement',
      value: 'dev-use1',
      category: 'terraform',
    });
    return { id, configurationVersionId: await configure(id) };
  };

  beforeAll(async () => {
    watched = await WatchedSandbox.start();
    client = watched.client;
  });

  afterAll(() => watched.stop());

  it('plans with imports, costs and policies', async () => {
    const { id, configurationVersionId } = await prepare('runs-plan');
    const run = await runOf(id, { configurationVersionId });
    expect(run).toMatchObject({ status: 'planned', isDiscardable: true });
    expect(run.plan).toMatchObject({
      resourceAdditions: 7,
      resourceImports: 2,
    });
    expect(await client.getPlan(run.planId!)).toEqual(run.plan);
    expect(await client.getCostEstimate(run.costEstimateId!)).toMatchObject({
      status: 'finished',
      priorMonthlyCost: '0.00',
      deltaMonthlyCost: '31.50',
    });
    const passed = { status: 'passed', mandatoryFailed: 0 };
    expect(await client.listPolicyEvaluations(run.taskStageIds![0])).toEqual([
      expect.objectContaining({ ...passed, kind: 'opa', passed: 3 }),
    ]);
    expect(run.policyCheckIds).toHaveLength(1);
    expect(await client.listPolicyChecks(run.id)).toEqual([
      expect.objectContaining({ ...passed, kind: 'sentinel', passed: 1 }),
    ]);
    expect(run.tfPolicyEvaluationIds).toHaveLength(1);
    expect(await client.listTfPolicyEvaluations(run.id)).toEqual([
      expect.objectContaining({ ...passed, kind: 'terraform', passed: 1 }),
    ]);
  });

  it('discards what waits, and cancels what does not', async () => {
    const { id, configurationVersionId } = await prepare('runs-end');
    const waiting = await runOf(id, { configurationVersionId });
    await expect(client.cancelRun(waiting.id, {})).rejects.toMatchObject({
      kind: 'conflict',
    });
    await client.discardRun(waiting.id, { comment: 'contract' });
    expect(await client.getRun(waiting.id)).toMatchObject({
      status: 'discarded',
    });
    await expect(client.discardRun(waiting.id, {})).rejects.toMatchObject({
      kind: 'conflict',
    });
    await misbehave('run-hangs', 'runs-end');
    const hanging = await runOf(id, { configurationVersionId });
    expect(hanging).toMatchObject({ status: 'planning', isCancelable: true });
    await client.cancelRun(hanging.id, { comment: 'contract' });
    const canceled = await client.getRun(hanging.id);
    expect(canceled!.status).toBe('canceled');
    expect(canceled!.isCancelable).toBeUndefined();
  });

  /** What a plan does, as often as it does it. */
  const tally = async (planId: string) => {
    const found = await client.listPlannedChanges(planId);
    return found!.reduce<Record<string, number>>(
      (counts, { actions: [action] }) => ({
        ...counts,
        [action]: (counts[action] ?? 0) + 1,
      }),
      {},
    );
  };

  it('says what a plan does to each resource, once it is there', async () => {
    const { id, configurationVersionId } = await prepare('runs-changes');
    const made = await client.createRun({
      workspaceId: id,
      configurationVersionId,
      message: 'contract',
    });
    const { planId = '' } = (await client.getRun(made.id))!;
    expect(await client.listPlannedChanges(planId)).toBeUndefined();
    watched.clock.pass(10_000);
    expect(await tally(planId)).toEqual({ 'no-op': 2, create: 7 });
    await client.applyRun(made.id, {});
    watched.clock.pass(10_000);
    const destroy = await runOf(id, { isDestroy: true });
    expect(await client.listPlannedChanges(destroy.planId!)).toContainEqual({
      address: 'module.service.aws_cloudwatch_log_group.this',
      type: 'aws_cloudwatch_log_group',
      actions: ['delete'],
    });
    expect(await tally(destroy.planId!)).toEqual({ delete: 9 });
  });

  it('gives plans and logs to who has their address, and no token', async () => {
    const { id, configurationVersionId } = await prepare('runs-token');
    const { planId } = await runOf(id, { configurationVersionId });
    const authorization = 'Bearer sandbox-token';
    const asked = await fetch(
      `${watched.sandbox.url}/api/v2/plans/${planId}/json-output-redacted`,
      { headers: { authorization }, redirect: 'manual' },
    );
    expect(asked.status).toBe(307);
    const address = asked.headers.get('location')!;
    expect(new URL(address).origin).not.toBe(watched.sandbox.url);
    expect((await fetch(address)).status).toBe(200);
    const headers = { authorization };
    expect((await fetch(address, { headers })).status).toBe(422);
  });

  it('keeps what Terraform has printed, and is simulated', async () => {
    const { id, configurationVersionId } = await prepare('runs-logs');
    const {
      id: runId,
      planId,
      applyId,
    } = await runOf(id, {
      configurationVersionId,
    });
    const plan = (await client.readLog('plan', planId!))!;
    expect(plan).toContain('This run is simulated');
    expect(plan).toContain('\u001b[1mPlan:');
    expect(plan).toContain('2 to import, 7 to add, 0 to change, 0 to destroy.');
    // Nothing has been printed of what has not begun.
    expect(await client.readLog('apply', applyId!)).toBe('');
    await client.applyRun(runId, {});
    watched.clock.pass(10_000);
    expect(await client.readLog('apply', applyId!)).toContain(
      'Apply complete! Resources: 2 imported, 7 added, 0 changed, 0 destroyed.',
    );
  });

  it.each([
    ['run-errors', 'plan'],
    ['apply-errors', 'apply'],
  ] as const)('says in the log of %s why', async (kind, phase) => {
    const { id, configurationVersionId } = await prepare(`runs-log-${kind}`);
    await misbehave(kind, `runs-log-${kind}`);
    const { id: runId } = await runOf(id, { configurationVersionId });
    if (phase === 'apply') {
      await client.applyRun(runId, {});
      watched.clock.pass(10_000);
    }
    const run = (await client.getRun(runId))!;
    expect(run).toMatchObject({ status: 'errored' });
    const read = (of: 'plan' | 'apply') =>
      client.readLog(of, of === 'plan' ? run.planId! : run.applyId!);
    expect(await read(phase)).toContain('Error: ');
    expect(await read(phase === 'plan' ? 'apply' : 'plan')).not.toContain(
      'Error: ',
    );
    expect((await client.findWorkspace(`runs-log-${kind}`))!).toMatchObject({
      resourceCount: 0,
    });
  });

  it('has the same share of runs fail for the same seed', async () => {
    const { id, configurationVersionId } = await prepare('runs-share');
    const rule = { kind: 'run-errors', share: 0.5, seed: 7, times: 100 };
    await watched.misbehave({ ...rule, operation: 'runs-share' });
    const statuses: string[] = [];
    for (let count = 0; count < 12; count += 1) {
      const planOnly = true;
      const run = await runOf(id, { configurationVersionId, planOnly });
      statuses.push(run.status);
    }
    expect(
      statuses.map(status => (status === 'errored' ? 'x' : '-')).join(''),
    ).toBe('x-xx-x-xx---');
  });

  it('only plans what is speculative, and waits for nobody', async () => {
    const { id, configurationVersionId: whole } = await prepare(
      'runs-speculative',
    );
    const configurationVersionId = await configure(id, true);
    const waiting = await runOf(id, { configurationVersionId: whole });
    expect(waiting).toMatchObject({ status: 'planned' });
    expect(await runOf(id, { configurationVersionId })).toMatchObject({
      status: 'planned_and_finished',
      planOnly: true,
      hasChanges: true,
    });
    // What only plans is in no workspace.
    const { currentRun } = (await client.findWorkspace('runs-speculative'))!;
    expect(currentRun!.id).toBe(waiting.id);
  });

  it('refreshes, destroys and deletes what was always there', async () => {
    const id = await idOf('checkout-dev-use1');
    expect(await runOf(id, { refreshOnly: true })).toMatchObject({
      status: 'planned_and_finished',
      refreshOnly: true,
    });
    await expect(client.safeDeleteWorkspace(id)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('9 resources'),
    });
    const run = await runOf(id, { isDestroy: true });
    expect(run).toMatchObject({ status: 'planned', isDestroy: true });
    expect(await client.getPlan(run.planId!)).toMatchObject({
      resourceDestructions: 9,
    });
    await client.applyRun(run.id, {});
    watched.clock.pass(10_000);
    expect(await client.getRun(run.id)).toMatchObject({ status: 'applied' });
    expect(await client.findWorkspace('checkout-dev-use1')).toMatchObject({
      resourceCount: 0,
    });
    await client.safeDeleteWorkspace(id);
    expect(await client.findWorkspace('checkout-dev-use1')).toBeUndefined();
    await expect(client.safeDeleteWorkspace(id)).rejects.toMatchObject({
      kind: 'not-found-or-not-allowed',
    });
    expect(await client.getRun(run.id)).toBeUndefined();
  });

  it('starts nothing where there is no configuration', async () => {
    const { id } = await client.createWorkspace({ name: 'runs-empty' });
    await expect(runOf(id)).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('Configuration version is missing'),
    });
  });

  it.each([
    ['run-errors', 'plan_queued', 'errored'],
    ['policy-fails', 'plan_queued', 'errored'],
    ['run-unknown-status', 'reticulating', 'planned'],
  ])('misbehaves on request: %s', async (kind, first, status) => {
    const { id, configurationVersionId } = await prepare(`runs-${kind}`);
    await misbehave(kind, `runs-${kind}`);
    const { id: runId } = await client.createRun({
      workspaceId: id,
      configurationVersionId,
      message: '',
    });
    watched.clock.pass(300);
    // Past the proxy: the specification knows no such status either.
    const answer = await fetch(`${watched.sandbox.url}/api/v2/runs/${runId}`, {
      headers: { authorization: 'Bearer sandbox-token' },
    });
    const { data } = (await answer.json()) as any;
    expect(data.attributes.status).toBe(first);
    watched.clock.pass(10_000);
    const run = (await client.getRun(runId))!;
    expect(run.status).toBe(status);
    const [{ mandatoryFailed }] = await client.listPolicyEvaluations(
      run.taskStageIds![0],
    );
    expect(mandatoryFailed).toBe(kind === 'policy-fails' ? 1 : 0);
  });

  describeOnSpecification(
    "HashiCorp's specification (needs SOA_HCP_TERRAFORM_OPENAPI)",
    () => {
      it('is kept by the client, and by the sandbox cloud', () => {
        const { exchanges } = watched.proxy;
        expect(exchanges.length).toBeGreaterThan(60);
        expect(problemsOf(exchanges)).toEqual([]);
      });
    },
  );
});
