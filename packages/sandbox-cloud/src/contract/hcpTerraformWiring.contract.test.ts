import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import { archiveOf } from './__testUtils__/archiveOf';
import {
  describeOnSpecification,
  problemsOf,
} from './__testUtils__/specification';
import { WatchedSandbox } from './__testUtils__/WatchedSandbox';

describe('the wiring of workspaces on the sandbox cloud', () => {
  let watched: WatchedSandbox;
  let client: HcpTerraformClient;
  let hook: Server;
  let hookUrl: string;
  let hookStatus = 202;
  const heard: Array<{ body: string; signature: string }> = [];
  let workspaceId: string;

  beforeAll(async () => {
    watched = await WatchedSandbox.start();
    client = watched.client;
    hook = createServer(async (request, response) => {
      heard.push({
        body: await text(request),
        signature: String(request.headers['x-tfe-notification-signature']),
      });
      response.writeHead(hookStatus).end();
    });
    await new Promise<void>(resolve => hook.listen(0, '127.0.0.1', resolve));
    hookUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
    ({ id: workspaceId } = await client.createWorkspace({ name: 'wired' }));
  });

  afterAll(async () => {
    hook.closeAllConnections();
    await new Promise(resolve => hook.close(resolve));
    await watched.stop();
  });

  const all = async <T>(items: AsyncIterable<T>) => {
    const found: T[] = [];
    for await (const item of items) {
      found.push(item);
    }
    return found;
  };

  it('keeps every setting of a workspace', async () => {
    const settings = {
      name: 'wired-vcs',
      queueAllRuns: true,
      speculativeEnabled: false,
      globalRemoteState: false,
      vcsRepo: {
        identifier: 'acme/orders',
        branch: 'main',
        oauthTokenId: 'ot-1',
      },
      fileTriggersEnabled: true,
      triggerPatterns: ['/infra/**/*'],
      executionMode: 'agent' as const,
      agentPoolId: 'apool-1',
      autoDestroyActivityDuration: '14d',
    };
    await client.createWorkspace(settings);
    expect(await client.findWorkspace('wired-vcs')).toMatchObject(settings);
    const { id } = (await client.findWorkspace('wired-vcs'))!;
    await client.updateWorkspace(id, {
      vcsRepo: {
        identifier: 'acme/orders',
        githubAppInstallationId: 'ghain-1',
      },
      autoDestroyAt: '2027-01-01T00:00:00Z',
    });
    expect(await client.findWorkspace('wired-vcs')).toMatchObject({
      vcsRepo: {
        identifier: 'acme/orders',
        githubAppInstallationId: 'ghain-1',
      },
      autoDestroyAt: '2027-01-01T00:00:00Z',
      triggerPatterns: ['/infra/**/*'],
    });
    await expect(
      client.createWorkspace({
        name: 'wired-badly',
        autoDestroyActivityDuration: 'soon',
      }),
    ).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('hears what is pushed to the repository of a workspace', async () => {
    const push = async (content: string) => {
      const answer = await fetch(`${watched.sandbox.url}/repositories/linked`, {
        method: 'PUT',
        headers: { 'content-type': 'application/gzip' },
        body: new Uint8Array(
          await archiveOf({ 'infra/main.tf': content, 'README.md': '' }),
        ),
      });
      return ((await answer.json()) as { commit: string }).commit;
    };
    const { id } = await client.createWorkspace({
      name: 'linked-dev',
      vcsRepo: { identifier: 'acme/linked', oauthTokenId: 'ot-1' },
    });
    const first = await push('# 1');
    const [version, ...others] = await client.listConfigurationVersions(id);
    expect(version).toMatchObject({ status: 'uploaded', commitSha: first });
    expect(others).toEqual([]);
    // As HCP Terraform does where not all runs are queued: the first is asked for.
    expect(await client.listRuns(id)).toEqual([]);
    await client.createRun({
      workspaceId: id,
      configurationVersionId: version.id,
      message: 'contract',
    });
    const second = await push('# 2');
    expect(
      (await client.listConfigurationVersions(id)).map(one => one.commitSha),
    ).toEqual([second, first]);
    const [run, asked] = await client.listRuns(id);
    expect(run.message).toBe(`Commit ${second.slice(0, 8)}`);
    expect(asked.configurationVersionId).toBe(version.id);
  });

  it('lists workspaces by name with their variables', async () => {
    const variable = await client.createVariable(workspaceId, {
      key: 'secret',
      value: 'hush',
      category: 'env',
      sensitive: true,
    });
    const [found, ...others] = await all(
      client.listWorkspaces({ namePattern: 'wired*', withVariables: true }),
    );
    expect(found.variables).toEqual([variable]);
    expect(variable.value).toBeUndefined();
    expect(others.map(({ name }) => name)).toEqual(['wired-vcs']);
    const changed = await client.updateVariable(workspaceId, variable.id, {
      value: 'hush!',
    });
    expect(changed.versionId).not.toBe(variable.versionId);
    expect(
      await client.findWorkspace('wired', { withVariables: true }),
    ).toMatchObject({ variables: [changed] });
  });

  it('gives teams access once, and changes it', async () => {
    const teams = await client.findTeams(['team-shop', 'team-none']);
    expect(teams.map(({ name }) => name)).toEqual(['team-shop']);
    const teamId = teams[0].id;
    const { id } = await client.addTeamAccess({
      teamId,
      workspaceId,
      access: 'write',
    });
    await expect(
      client.addTeamAccess({ teamId, workspaceId, access: 'read' }),
    ).rejects.toMatchObject({ kind: 'conflict' });
    await client.updateTeamAccess(id, { access: 'custom', runs: 'apply' });
    for (const filter of [{ teamId }, { workspaceId }]) {
      expect(await all(client.listTeamAccess(filter))).toMatchObject([
        { id, teamId, workspaceId, access: 'custom', runs: 'apply' },
      ]);
    }
    expect(
      await all(client.listTeamAccess({ workspaceId: 'ws-none' })),
    ).toEqual([]);
  });

  it('applies a variable set, twice as once', async () => {
    const set = (await client.findVariableSet('shared-settings'))!;
    expect(set).toMatchObject({ isGlobal: false, workspaceIds: [] });
    await client.applyVariableSet(set.id, [workspaceId]);
    await client.applyVariableSet(set.id, [workspaceId]);
    expect(await client.findVariableSet('shared-settings')).toMatchObject({
      workspaceIds: [workspaceId],
    });
    expect(await client.findVariableSet('shared')).toBeUndefined();
  });

  it('starts one workspace after another', async () => {
    const { id: sourceId } = (await client.findWorkspace('wired-vcs'))!;
    const trigger = await client.createRunTrigger(workspaceId, sourceId);
    await expect(
      client.createRunTrigger(workspaceId, sourceId),
    ).rejects.toMatchObject({ kind: 'conflict' });
    expect(await client.listRunTriggers(workspaceId)).toEqual([trigger]);
  });

  it('notifies of runs, signed, whoever has answered once', async () => {
    const input = {
      name: 'Portal',
      url: hookUrl,
      token: 'wired-secret',
      triggers: ['run:completed', 'run:errored'],
    };
    hookStatus = 500;
    await expect(
      client.createNotification(workspaceId, input),
    ).rejects.toMatchObject({ kind: 'invalid' });
    expect(await client.listNotifications(workspaceId)).toEqual([]);
    hookStatus = 202;
    const { id } = await client.createNotification(workspaceId, input);
    await client.updateNotification(id, { ...input, name: 'The portal' });
    expect(await client.listNotifications(workspaceId)).toMatchObject([
      { id, name: 'The portal', enabled: true, url: hookUrl },
    ]);

    heard.length = 0;
    const version = await client.createConfigurationVersion(workspaceId);
    await client.uploadConfiguration(
      version.uploadUrl!,
      await archiveOf({ 'infra/main.tf': '' }),
    );
    // Of what only plans nobody hears.
    const planOnly = { workspaceId, message: 'wired', planOnly: true };
    await client.createRun(planOnly);
    const { id: runId } = await client.createRun({
      workspaceId,
      message: 'wired',
    });
    watched.clock.pass(10_000);
    await client.listRuns(workspaceId);
    while (heard.length < 1) {
      await new Promise(setImmediate);
    }
    expect(heard).toHaveLength(1);
    const { body, signature } = heard[0];
    expect(JSON.parse(body)).toMatchObject({
      run_id: runId,
      workspace_id: workspaceId,
      organization_name: 'acme',
    });
    expect(signature).toBe(
      createHmac('sha512', 'wired-secret').update(body).digest('hex'),
    );
  });

  it('does what it was asked for, and loses the answer', async () => {
    await watched.misbehave({
      operation: 'POST /organizations',
      kind: 'lose-answer',
    });
    await expect(
      client.createWorkspace({ name: 'unheard' }),
    ).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await client.findWorkspace('unheard')).toBeDefined();
  });

  describeOnSpecification(
    "HashiCorp's specification (needs SOA_HCP_TERRAFORM_OPENAPI)",
    () => {
      it('is kept by the client, and by the sandbox cloud', () => {
        const { exchanges } = watched.proxy;
        expect(exchanges.length).toBeGreaterThan(30);
        expect(problemsOf(exchanges)).toEqual([]);
      });
    },
  );
});
