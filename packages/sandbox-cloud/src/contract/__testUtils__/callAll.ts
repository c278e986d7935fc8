import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import { archiveOf } from './archiveOf';
import type { WatchedSandbox } from './WatchedSandbox';

const PLACEMENT = JSON.stringify({
  service: 'all',
  environment: 'dev',
  account: '100000000401',
  region: 'us-east-1',
  runtime: 'ecs-fargate',
});

/** Calls each method of a client so that it does something. */
export async function callAll(
  client: HcpTerraformClient,
  { clock }: WatchedSandbox,
): Promise<void> {
  const project = await client.createProject({ name: 'all', description: '?' });
  await client.findProject('all');
  const { id: workspaceId } = await client.createWorkspace({
    name: 'all-dev',
    projectId: project.id,
    workingDirectory: 'infra',
    autoApply: false,
    tagBindings: { 'soa-component': 'all' },
  });
  await client.updateWorkspace(workspaceId, { assessmentsEnabled: true });
  await client.findWorkspace('all-dev', { withVariables: true });
  await firstOf(client.listWorkspaces({ namePattern: 'all-*' }));
  await callWiring(client, workspaceId);
  await callVariables(client, workspaceId);
  await callNotifications(client, workspaceId);

  const version = await client.createConfigurationVersion(workspaceId);
  await client.uploadConfiguration(
    version.uploadUrl!,
    await archiveOf({ 'infra/placements/dev-use1.json': PLACEMENT }),
  );
  await client.getConfigurationVersion(version.id);
  await client.listConfigurationVersions(workspaceId);
  const runOf = (input: { planOnly?: boolean } = {}) =>
    client.createRun({
      ...input,
      workspaceId,
      configurationVersionId: version.id,
      message: 'all',
    });
  const canceled = await runOf({ planOnly: true });
  await client.cancelRun(canceled.id, { comment: 'all' });
  const discarded = await runOf();
  clock.pass(10_000);
  await client.discardRun(discarded.id, { comment: 'all' });
  const { id } = await runOf();
  clock.pass(10_000);
  const run = (await client.getRun(id))!;
  await client.getPlan(run.planId!);
  await client.listPlannedChanges(run.planId!);
  await client.readLog('plan', run.planId!);
  await client.getCostEstimate(run.costEstimateId!);
  await client.listPolicyEvaluations(run.taskStageIds![0]);
  await client.listPolicyChecks(id);
  await client.listTfPolicyEvaluations(id);
  await client.applyRun(id, { comment: 'all' });
  clock.pass(10_000);
  await client.readLog('apply', run.applyId!);
  await client.listRuns(workspaceId);
  await client.listOutputs(workspaceId);
  await client.listResources(workspaceId, 1);
  const { id: emptyId } = await client.createWorkspace({ name: 'all-empty' });
  await client.safeDeleteWorkspace(emptyId);
  client.workspaceUrl('all-dev');
  client.runUrl('all-dev', id);
}

async function callWiring(client: HcpTerraformClient, workspaceId: string) {
  const [{ id: teamId }] = await client.findTeams(['team-shop']);
  const access = await client.addTeamAccess({
    teamId,
    workspaceId,
    access: 'read',
  });
  await client.updateTeamAccess(access.id, {
    access: 'custom',
    runs: 'apply',
    variables: 'write',
    stateVersions: 'read',
    sentinelMocks: 'none',
    workspaceLocking: true,
    runTasks: false,
  });
  await firstOf(client.listTeamAccess({ workspaceId }));
  const set = await client.findVariableSet('shared-settings');
  await client.applyVariableSet(set!.id, [workspaceId]);
  const source = await client.findWorkspace('checkout-dev-use1');
  await client.createRunTrigger(workspaceId, source!.id);
  await client.listRunTriggers(workspaceId);
}

async function callVariables(client: HcpTerraformClient, workspaceId: string) {
  const { id } = await client.createVariable(workspaceId, {
    key: 'placement',
    value: 'dev',
    category: 'terraform',
  });
  await client.updateVariable(workspaceId, id, { value: 'dev-use1' });
  await client.listVariables(workspaceId);
}

async function callNotifications(
  client: HcpTerraformClient,
  workspaceId: string,
) {
  const hook = createServer((_, response) => response.end());
  await new Promise<void>(resolve => hook.listen(0, '127.0.0.1', resolve));
  const { port } = hook.address() as AddressInfo;
  const input = {
    name: 'all',
    url: `http://127.0.0.1:${port}/`,
    token: 'all-secret',
    triggers: ['run:errored'],
  };
  try {
    const { id } = await client.createNotification(workspaceId, input);
    await client.updateNotification(id, { ...input, name: 'every' });
    await client.listNotifications(workspaceId);
  } finally {
    hook.closeAllConnections();
    await new Promise(resolve => hook.close(resolve));
  }
}

async function firstOf<T>(items: AsyncIterable<T>): Promise<T> {
  for await (const item of items) {
    return item;
  }
  throw new Error('There is none.');
}
