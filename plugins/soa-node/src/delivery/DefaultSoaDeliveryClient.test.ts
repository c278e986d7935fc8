import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { FakeServer } from '../__testUtils__/FakeServer';
import { DefaultSoaDeliveryClient } from './DefaultSoaDeliveryClient';

describe('DefaultSoaDeliveryClient', () => {
  let server: FakeServer;

  beforeEach(async () => {
    server = await FakeServer.start();
  });

  afterEach(() => server.stop());

  it("starts a rollout on the user's behalf", async () => {
    const credentials = mockCredentials.user('user:default/guest');
    const client = new DefaultSoaDeliveryClient({
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async pluginId => `${server.url}/api/${pluginId}`,
      }),
    });
    const request = {
      componentRef: 'component:default/orders',
      source: { url: 'https://git.example/orders.tar.gz' },
      placements: [],
      idempotencyKey: 'task-1',
    };
    server.answer({ status: 201, body: { id: 'rollout-1' } });
    expect(await client.startRollout(request, { credentials })).toEqual({
      id: 'rollout-1',
    });
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      url: '/api/soa-delivery/v1/rollouts',
      headers: {
        authorization: mockCredentials.service.header({
          onBehalfOf: credentials,
          targetPluginId: 'soa-delivery',
        }),
      },
    });
    expect(JSON.parse(server.requests[0].body)).toEqual(request);
  });
});
