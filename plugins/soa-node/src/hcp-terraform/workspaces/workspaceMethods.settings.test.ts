import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { listPage, resource } from '../../__testUtils__/jsonApi';
import type { HcpTerraformClient } from '../HcpTerraformClient';
import type { HcpTerraformWorkspaceInput } from './HcpTerraformWorkspaceInput';

const settings: HcpTerraformWorkspaceInput = {
  name: 'orders',
  queueAllRuns: false,
  speculativeEnabled: true,
  globalRemoteState: false,
  assessmentsEnabled: true,
  vcsRepo: { identifier: 'acme/orders', oauthTokenId: 'ot-1' },
  fileTriggersEnabled: true,
  triggerPatterns: ['/infra/**/*'],
  executionMode: 'agent',
  agentPoolId: 'apool-1',
  autoDestroyActivityDuration: '14d',
};

const attributes = {
  name: 'orders',
  'queue-all-runs': false,
  'speculative-enabled': true,
  'global-remote-state': false,
  'assessments-enabled': true,
  'vcs-repo': {
    identifier: 'acme/orders',
    branch: '',
    'oauth-token-id': 'ot-1',
  },
  'file-triggers-enabled': true,
  'trigger-patterns': ['/infra/**/*'],
  'execution-mode': 'agent',
  'auto-destroy-activity-duration': '14d',
};

describe("a workspace's settings", () => {
  let server: FakeServer;
  let client: HcpTerraformClient;

  const first = async (options?: { namePattern?: string }) =>
    (
      await client
        .listWorkspaces({ withVariables: true, ...options })
        [Symbol.asyncIterator]()
        .next()
    ).value;

  beforeEach(async () => {
    server = await FakeServer.start();
    client = clientOf(server);
  });

  afterEach(() => server.stop());

  it('go both ways', async () => {
    const answer = resource('workspaces', 'ws-1', attributes, {
      'agent-pool': { type: 'agent-pools', id: 'apool-1' },
    });
    server.answer({ status: 201, body: { data: answer } });
    expect(await client.createWorkspace(settings)).toMatchObject(settings);
    expect(JSON.parse(server.requests[0].body).data.attributes).toEqual({
      ...attributes,
      'agent-pool-id': 'apool-1',
    });
  });

  it('count as absent where a host sends something else', async () => {
    server.answer({
      body: {
        data: resource('workspaces', 'ws-1', {
          name: 'orders',
          'vcs-repo': null,
          'trigger-patterns': [1],
          'execution-mode': 'elsewhere',
          'auto-destroy-at': null,
        }),
      },
    });
    const found = await client.findWorkspace('orders');
    expect(found!.vcsRepo).toBeUndefined();
    expect(found!.triggerPatterns).toBeUndefined();
    expect(found!.executionMode).toBeUndefined();
    expect(found!.autoDestroyAt).toBeUndefined();
  });

  it('come with variables, if asked for and if all are there', async () => {
    const workspace = resource(
      'workspaces',
      'ws-1',
      {},
      {
        vars: [{ type: 'vars', id: 'var-1' }],
      },
    );
    const variable = resource('vars', 'var-1', {
      key: 'placement',
      value: 'dev',
      category: 'terraform',
      'version-id': 'v1',
    });
    server.answer(
      listPage([workspace], null, [variable]),
      listPage([workspace]),
      listPage([resource('workspaces', 'ws-1')]),
    );
    const found = await first({ namePattern: 'orders-*' });
    expect(found.variables).toMatchObject([
      { key: 'placement', value: 'dev', versionId: 'v1' },
    ]);
    expect(decodeURIComponent(server.requests[0].url)).toContain(
      'include=project,current_run,effective_tag_bindings,vars&page[size]=100&search[wildcard-name]=orders-*',
    );
    expect((await first()).variables).toBeUndefined();
    expect((await first()).variables).toBeUndefined();
  });
});
