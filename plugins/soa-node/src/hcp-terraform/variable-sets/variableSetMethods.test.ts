import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { listPage, resource } from '../../__testUtils__/jsonApi';
import type { HcpTerraformClient } from '../HcpTerraformClient';

describe('variable sets', () => {
  let server: FakeServer;
  let client: HcpTerraformClient;

  beforeEach(async () => {
    server = await FakeServer.start();
    client = clientOf(server);
  });

  afterEach(() => server.stop());

  it('are found by exactly their name, with what has them', async () => {
    server.answer(
      listPage(
        [
          resource('varsets', 'varset-1', {
            name: 'network-old',
            global: true,
          }),
        ],
        2,
      ),
      listPage([
        resource(
          'varsets',
          'varset-2',
          { name: 'network', global: false },
          {
            projects: [{ type: 'projects', id: 'prj-1' }],
            workspaces: [{ type: 'workspaces', id: 'ws-1' }],
          },
        ),
      ]),
      listPage([]),
    );
    expect(await client.findVariableSet('network')).toEqual({
      id: 'varset-2',
      name: 'network',
      isGlobal: false,
      projectIds: ['prj-1'],
      workspaceIds: ['ws-1'],
    });
    expect(await client.findVariableSet('none')).toBeUndefined();
    expect(server.requests[2].url).toContain('/varsets?q=none');
  });

  it('are applied to workspaces with one request', async () => {
    server.answer({ status: 204 });
    await client.applyVariableSet('varset-1', ['ws-1', 'ws-2']);
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      url: '/api/v2/varsets/varset-1/relationships/workspaces',
    });
    expect(JSON.parse(server.requests[0].body)).toEqual({
      data: [
        { type: 'workspaces', id: 'ws-1' },
        { type: 'workspaces', id: 'ws-2' },
      ],
    });
  });
});
