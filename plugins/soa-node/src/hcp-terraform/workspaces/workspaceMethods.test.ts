import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { resource } from '../../__testUtils__/jsonApi';
import type { HcpTerraformClient } from '../HcpTerraformClient';

describe('a workspace', () => {
  let server: FakeServer;
  let client: HcpTerraformClient;

  const workspace = (id: string) =>
    resource('workspaces', id, { name: `name-${id}` });

  beforeEach(async () => {
    server = await FakeServer.start();
    client = clientOf(server);
  });

  afterEach(() => server.stop());

  it('are deleted where nothing is left in them', async () => {
    server.answer({ status: 204 }, { status: 409 }, { status: 404 });
    await client.safeDeleteWorkspace('ws-1');
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      url: '/api/v2/workspaces/ws-1/actions/safe-delete',
      body: '',
    });
    for (const kind of ['conflict', 'not-found-or-not-allowed']) {
      await expect(client.safeDeleteWorkspace('ws-1')).rejects.toMatchObject({
        kind,
      });
    }
  });

  it('is found by name', async () => {
    server.answer(
      { body: { data: workspace('ws-1') } },
      { status: 404 },
      { status: 403 },
    );
    expect(await client.findWorkspace('a/../b')).toMatchObject({ id: 'ws-1' });
    expect(await client.findWorkspace('none')).toBeUndefined();
    expect(await client.findWorkspace('forbidden')).toBeUndefined();
    expect(server.requests.map(({ url }) => url.split('?')[0])).toEqual([
      '/api/v2/organizations/acme/workspaces/a%2F..%2Fb',
      '/api/v2/organizations/acme/workspaces/none',
      '/api/v2/organizations/acme/workspaces/forbidden',
    ]);
    await expect(client.findWorkspace('..')).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  it('is made with project and tags', async () => {
    server.answer({ status: 201, body: { data: workspace('ws-1') } });
    const made = await client.createWorkspace({
      name: 'orders',
      projectId: 'prj-1',
      workingDirectory: 'infra',
      tagBindings: { k: 'v' },
    });
    expect(made).toMatchObject({ id: 'ws-1', tagBindings: { k: 'v' } });
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      url: '/api/v2/organizations/acme/workspaces',
    });
    expect(JSON.parse(server.requests[0].body)).toEqual({
      data: {
        type: 'workspaces',
        attributes: { name: 'orders', 'working-directory': 'infra' },
        relationships: {
          project: { data: { type: 'projects', id: 'prj-1' } },
          'tag-bindings': {
            data: [
              { type: 'tag-bindings', attributes: { key: 'k', value: 'v' } },
            ],
          },
        },
      },
    });
  });

  it('is changed in what is named only', async () => {
    server.answer({ body: { data: workspace('ws-1') } });
    await client.updateWorkspace('ws-1', { autoApply: false });
    expect(server.requests[0]).toMatchObject({
      method: 'PATCH',
      url: '/api/v2/workspaces/ws-1',
    });
    expect(JSON.parse(server.requests[0].body)).toEqual({
      data: {
        type: 'workspaces',
        attributes: { 'auto-apply': false },
        relationships: {},
      },
    });
  });

  it('is seen by people at their address, as is a run', () => {
    expect(client.runUrl('orders prod', 'run-1/x')).toBe(
      'https://tfe.example/app/acme/workspaces/orders%20prod/runs/run-1%2Fx',
    );
  });
});
