import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { listPage, resource } from '../../__testUtils__/jsonApi';
import type { HcpTerraformClient } from '../HcpTerraformClient';

describe('runs', () => {
  let server: FakeServer;
  let client: HcpTerraformClient;

  const run = resource(
    'runs',
    'run-1',
    {
      status: 'planned',
      message: 'hello',
      'created-at': '2026-11-20T12:00:00Z',
      'has-changes': true,
      'is-destroy': false,
      'plan-only': false,
      actions: { 'is-confirmable': true },
    },
    {
      workspace: { type: 'workspaces', id: 'ws-1' },
      plan: { type: 'plans', id: 'plan-1' },
      'configuration-version': { type: 'configuration-versions', id: 'cv-1' },
    },
  );

  beforeEach(async () => {
    server = await FakeServer.start();
    client = clientOf(server);
  });

  afterEach(() => server.stop());

  it('are made, and never apply by themselves', async () => {
    server.answer({ status: 201, body: { data: run } });
    await client.createRun({
      workspaceId: 'ws-1',
      configurationVersionId: 'cv-1',
      message: 'hello',
    });
    expect(JSON.parse(server.requests[0].body)).toEqual({
      data: {
        type: 'runs',
        attributes: { message: 'hello', 'auto-apply': false },
        relationships: {
          workspace: { data: { type: 'workspaces', id: 'ws-1' } },
          'configuration-version': {
            data: { type: 'configuration-versions', id: 'cv-1' },
          },
        },
      },
    });
  });

  it('can be left to what their workspace says of applying', async () => {
    server.answer({ status: 201, body: { data: run } });
    await client.createRun({
      workspaceId: 'ws-1',
      message: 'hello',
      autoApply: 'as-workspace',
    });
    expect(JSON.parse(server.requests[0].body).data.attributes).toEqual({
      message: 'hello',
    });
  });

  it('are made for a destruction, or to refresh the state only', async () => {
    const made = { status: 201, body: { data: run } };
    server.answer(made, made);
    await client.createRun({
      workspaceId: 'ws-1',
      message: '',
      isDestroy: true,
    });
    await client.createRun({
      workspaceId: 'ws-1',
      message: '',
      refreshOnly: true,
    });
    expect(
      server.requests.map(({ body }) => JSON.parse(body).data.attributes),
    ).toEqual([
      { message: '', 'auto-apply': false, 'is-destroy': true },
      { message: '', 'auto-apply': false, 'refresh-only': true },
    ]);
  });

  it('are read with what belongs to them', async () => {
    server.answer({ body: { data: run } }, { status: 404 });
    expect(await client.getRun('run-1')).toEqual({
      id: 'run-1',
      status: 'planned',
      message: 'hello',
      createdAt: '2026-11-20T12:00:00Z',
      workspaceId: 'ws-1',
      planId: 'plan-1',
      configurationVersionId: 'cv-1',
      hasChanges: true,
      isDestroy: false,
      planOnly: false,
      isConfirmable: true,
    });
    expect(await client.getRun('run-2')).toBeUndefined();
  });

  it('are read with their plans', async () => {
    const plan = resource('plans', 'plan-1', {
      status: 'finished',
      'resource-additions': 3,
    });
    server.answer({ body: { data: run, included: [plan] } });
    expect(await client.getRun('run-1')).toMatchObject({
      planId: 'plan-1',
      plan: { id: 'plan-1', status: 'finished', resourceAdditions: 3 },
    });
    expect(server.requests[0].url).toBe('/api/v2/runs/run-1?include=plan');
  });

  it.each([undefined, null, 'yes', {}, { 'is-confirmable': 'true' }])(
    'are not confirmable where their actions are %j',
    async actions => {
      server.answer({
        body: { data: resource('runs', 'run-1', { actions }) },
      });
      expect(await client.getRun('run-1')).toMatchObject({
        status: 'unknown',
        isConfirmable: false,
      });
    },
  );

  it('are listed, one page, the newest first', async () => {
    server.answer(listPage([run], 2), { status: 404 });
    expect(await client.listRuns('ws-1')).toHaveLength(1);
    expect(server.requests[0].url).toBe(
      '/api/v2/workspaces/ws-1/runs?page%5Bsize%5D=100',
    );
    expect(await client.listRuns('ws-1')).toEqual([]);
  });

  it('are applied with a comment', async () => {
    server.answer({ status: 202 }, { status: 202, body: 'null' });
    await client.applyRun('run-1', { comment: 'go' });
    await client.applyRun('run-1', {});
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      url: '/api/v2/runs/run-1/actions/apply',
      body: '{"comment":"go"}',
    });
  });

  it.each(['discardRun', 'cancelRun'] as const)(
    'are ended with a comment: %s',
    async method => {
      server.answer({ status: 202 }, { status: 409 });
      await client[method]('run-1', { comment: 'enough' });
      expect(server.requests[0]).toMatchObject({
        method: 'POST',
        url: `/api/v2/runs/run-1/actions/${method.replace('Run', '')}`,
        body: '{"comment":"enough"}',
      });
      await expect(client[method]('run-1', {})).rejects.toMatchObject({
        kind: 'conflict',
      });
    },
  );

  it('say what can be done with them, and what was looked at', async () => {
    const ids = (type: string, ...list: string[]) =>
      list.map(id => ({ type, id }));
    server.answer({
      body: {
        data: resource(
          'runs',
          'run-1',
          {
            'refresh-only': true,
            actions: { 'is-discardable': true, 'is-cancelable': true },
          },
          {
            'cost-estimate': { type: 'cost-estimates', id: 'ce-1' },
            'task-stages': ids('task-stages', 'ts-1', 'ts-2'),
            'policy-checks': ids('policy-checks', 'polchk-1'),
            'tf-policy-evaluations': ids('tf-policy-evaluations', 'tfpe-1'),
          },
        ),
      },
    });
    expect(await client.getRun('run-1')).toMatchObject({
      refreshOnly: true,
      isConfirmable: false,
      isDiscardable: true,
      isCancelable: true,
      costEstimateId: 'ce-1',
      taskStageIds: ['ts-1', 'ts-2'],
      policyCheckIds: ['polchk-1'],
      tfPolicyEvaluationIds: ['tfpe-1'],
    });
  });

  it('are in conflict where they cannot be applied now', async () => {
    server.answer({ status: 409, body: { errors: ['not paused'] } });
    await expect(client.applyRun('run-1', {})).rejects.toMatchObject({
      kind: 'conflict',
      message: 'POST /runs/run-1/actions/apply: not paused',
    });
  });
});
