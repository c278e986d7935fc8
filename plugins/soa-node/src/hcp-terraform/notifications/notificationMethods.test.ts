import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { listPage, resource } from '../../__testUtils__/jsonApi';
import type { HcpTerraformClient } from '../HcpTerraformClient';

const input = {
  name: 'Portal',
  url: 'https://portal.test/hook',
  token: 'secret',
  triggers: ['run:completed'],
};

describe('notifications', () => {
  let server: FakeServer;
  let client: HcpTerraformClient;

  const { token, url, ...given } = input;
  const notification = resource('notification-configurations', 'nc-1', {
    ...given,
    url,
    'destination-type': 'generic',
    enabled: true,
    token: null,
  });

  beforeEach(async () => {
    server = await FakeServer.start();
    client = clientOf(server);
  });

  afterEach(() => server.stop());

  it('are listed without their token', async () => {
    server.answer(
      listPage([
        notification,
        resource('notification-configurations', 'nc-2', {
          name: 'Mail',
          'destination-type': 'email',
          url: null,
        }),
      ]),
    );
    expect(await client.listNotifications('ws-1')).toEqual([
      {
        id: 'nc-1',
        name: 'Portal',
        destinationType: 'generic',
        enabled: true,
        url,
        triggers: ['run:completed'],
      },
      {
        id: 'nc-2',
        name: 'Mail',
        destinationType: 'email',
        enabled: false,
        url: undefined,
        triggers: [],
      },
    ]);
  });

  it('are made and changed as a generic one that is enabled', async () => {
    server.answer(
      { status: 201, body: { data: notification } },
      { body: { data: notification } },
    );
    expect(await client.createNotification('ws-1', input)).toMatchObject({
      id: 'nc-1',
      enabled: true,
    });
    await client.updateNotification('nc-1', input);
    expect(
      server.requests.map(({ method, url: path }) => [method, path]),
    ).toEqual([
      ['POST', '/api/v2/workspaces/ws-1/notification-configurations'],
      ['PATCH', '/api/v2/notification-configurations/nc-1'],
    ]);
    for (const { body } of server.requests) {
      expect(JSON.parse(body).data).toMatchObject({
        type: 'notification-configurations',
        attributes: { ...input, 'destination-type': 'generic', enabled: true },
      });
    }
  });
});
