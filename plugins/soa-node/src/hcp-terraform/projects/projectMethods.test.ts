import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { listPage, resource } from '../../__testUtils__/jsonApi';
import type { HcpTerraformClient } from '../HcpTerraformClient';

describe('projects', () => {
  let server: FakeServer;
  let client: HcpTerraformClient;

  const project = (id: string, name: string) =>
    resource('projects', id, { name });

  beforeEach(async () => {
    server = await FakeServer.start();
    client = clientOf(server);
  });

  afterEach(() => server.stop());

  it('are found by exactly their name, on a later page too', async () => {
    server.answer(
      listPage([project('prj-1', 'Team Shop')], 2),
      listPage([project('prj-2', 'team shop')]),
    );
    expect(await client.findProject('team shop')).toEqual({
      id: 'prj-2',
      name: 'team shop',
    });
    expect(server.requests[0].url).toBe(
      '/api/v2/organizations/acme/projects?filter%5Bnames%5D=team+shop&page%5Bsize%5D=100',
    );
  });

  it('are not found where there are others only, or none to see', async () => {
    server.answer(listPage([project('prj-1', 'TEAM')]), { status: 404 });
    expect(await client.findProject('team')).toBeUndefined();
    expect(await client.findProject('team')).toBeUndefined();
  });

  it('are not taken for missing where the host is down', async () => {
    server.route(() => ({ status: 500 }));
    await expect(client.findProject('team')).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });

  it('are made', async () => {
    server.answer({ status: 201, body: { data: project('prj-1', 'team') } });
    expect(await client.createProject({ name: 'team' })).toEqual({
      id: 'prj-1',
      name: 'team',
    });
    expect(JSON.parse(server.requests[0].body)).toEqual({
      data: { type: 'projects', attributes: { name: 'team' } },
    });
  });
});
