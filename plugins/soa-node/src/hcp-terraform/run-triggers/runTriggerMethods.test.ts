import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { listPage, resource } from '../../__testUtils__/jsonApi';
import type { HcpTerraformClient } from '../HcpTerraformClient';

describe('run triggers', () => {
  let server: FakeServer;
  let client: HcpTerraformClient;

  const trigger = (id: string, source: string) =>
    resource(
      'run-triggers',
      id,
      {},
      {
        sourceable: { type: 'workspaces', id: source },
      },
    );

  beforeEach(async () => {
    server = await FakeServer.start();
    client = clientOf(server);
  });

  afterEach(() => server.stop());

  it('are listed from the side of whom they start', async () => {
    server.answer(
      listPage([trigger('rt-1', 'ws-9')], 2),
      listPage([trigger('rt-2', 'ws-8')]),
    );
    expect(await client.listRunTriggers('ws-1')).toEqual([
      { id: 'rt-1', sourceId: 'ws-9' },
      { id: 'rt-2', sourceId: 'ws-8' },
    ]);
    expect(decodeURIComponent(server.requests[0].url)).toBe(
      '/api/v2/workspaces/ws-1/run-triggers?filter[run-trigger][type]=inbound&page[size]=100',
    );
  });

  it('are made with the workspace that starts', async () => {
    server.answer({ status: 201, body: { data: trigger('rt-1', 'ws-9') } });
    expect(await client.createRunTrigger('ws-1', 'ws-9')).toEqual({
      id: 'rt-1',
      sourceId: 'ws-9',
    });
    expect(JSON.parse(server.requests[0].body)).toEqual({
      data: {
        type: 'run-triggers',
        attributes: {},
        relationships: {
          sourceable: { data: { type: 'workspaces', id: 'ws-9' } },
        },
      },
    });
  });
});
