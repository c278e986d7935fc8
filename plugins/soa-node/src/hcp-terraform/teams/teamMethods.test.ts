import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { listPage, resource } from '../../__testUtils__/jsonApi';
import type { HcpTerraformClient } from '../HcpTerraformClient';

describe('teams', () => {
  let server: FakeServer;
  let client: HcpTerraformClient;

  const access = (id: string, attributes: object) =>
    resource('team-workspaces', id, attributes, {
      team: { type: 'teams', id: 'team-1' },
      workspace: { type: 'workspaces', id: 'ws-1' },
    });

  beforeEach(async () => {
    server = await FakeServer.start();
    client = clientOf(server);
  });

  afterEach(() => server.stop());

  it('are found by exactly their names', async () => {
    server.answer(
      listPage(
        [
          resource('teams', 'team-1', { name: 'shop' }),
          resource('teams', 'team-2', { name: 'Shop' }),
        ],
        2,
      ),
      listPage([resource('teams', 'team-3', { name: 'audit' })]),
    );
    expect(await client.findTeams(['shop', 'audit', 'none'])).toEqual([
      { id: 'team-1', name: 'shop' },
      { id: 'team-3', name: 'audit' },
    ]);
    expect(new URL(server.requests[0].url, server.url).search).toBe(
      '?filter%5Bnames%5D=shop%2Caudit%2Cnone&page%5Bsize%5D=100',
    );
  });

  it('have access to workspaces, of one or of all', async () => {
    server.answer(
      listPage([access('tws-1', { access: 'write' })], 2),
      listPage([access('tws-2', { access: 'custom', runs: 'apply' })]),
      listPage([]),
    );
    const found = [];
    for await (const one of client.listTeamAccess({ teamId: 'team-1' })) {
      found.push(one);
    }
    expect(found).toMatchObject([
      { id: 'tws-1', teamId: 'team-1', workspaceId: 'ws-1', access: 'write' },
      { id: 'tws-2', access: 'custom', runs: 'apply' },
    ]);
    await client
      .listTeamAccess({ workspaceId: 'ws-1' })
      [Symbol.asyncIterator]()
      .next();
    const queries = server.requests.map(({ url }) =>
      decodeURIComponent(url.split('?')[1]),
    );
    expect(queries).toEqual([
      'filter[team][id]=team-1&page[size]=100',
      'filter[team][id]=team-1&page[size]=100&page[number]=2',
      'filter[workspace][id]=ws-1&page[size]=100',
    ]);
  });

  it('are given access, and single permissions with custom only', async () => {
    server.answer(
      { status: 201, body: { data: access('tws-1', { access: 'custom' }) } },
      { body: { data: access('tws-1', { access: 'read' }) } },
    );
    await client.addTeamAccess({
      teamId: 'team-1',
      workspaceId: 'ws-1',
      access: 'custom',
      runs: 'plan',
      stateVersions: 'read-outputs',
    });
    expect(JSON.parse(server.requests[0].body).data).toEqual({
      type: 'team-workspaces',
      attributes: {
        access: 'custom',
        runs: 'plan',
        'state-versions': 'read-outputs',
      },
      relationships: {
        team: { data: { type: 'teams', id: 'team-1' } },
        workspace: { data: { type: 'workspaces', id: 'ws-1' } },
      },
    });
    await client.updateTeamAccess('tws-1', { access: 'read', runs: 'apply' });
    expect(server.requests[1]).toMatchObject({
      method: 'PATCH',
      url: '/api/v2/team-workspaces/tws-1',
    });
    expect(JSON.parse(server.requests[1].body).data.attributes).toEqual({
      access: 'read',
    });
  });
});
