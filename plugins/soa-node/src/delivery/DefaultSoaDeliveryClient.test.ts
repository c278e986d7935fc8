import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { FakeServer } from '../__testUtils__/FakeServer';
import { DefaultSoaDeliveryClient } from './DefaultSoaDeliveryClient';

describe('DefaultSoaDeliveryClient', () => {
  let server: FakeServer;

  beforeEach(async () => {
    server = await FakeServer.start();
  });

  afterEach(() => server.stop());

  const credentials = mockCredentials.user('user:default/guest');
  const clientOf = () =>
    new DefaultSoaDeliveryClient({
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async pluginId => `${server.url}/api/${pluginId}`,
      }),
    });

  it("starts a rollout on the user's behalf", async () => {
    const client = clientOf();
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

  it('has a rollout checked without starting it', async () => {
    const request = {
      componentRef: 'component:default/orders',
      source: { url: 'https://git.example/orders.tar.gz' },
      placements: [],
    };
    server.answer({ body: { joins: { id: 'rollout-1' } } });
    expect(await clientOf().previewRollout(request, { credentials })).toEqual({
      joins: { id: 'rollout-1' },
    });
    const [{ method, url, body }] = server.requests;
    expect([method, url]).toEqual(['POST', '/api/soa-delivery/v1/rollouts']);
    expect(JSON.parse(body)).toEqual({ ...request, dryRun: true });
  });

  it('asks for deploy access, and how far it is', async () => {
    const client = clientOf();
    const request = {
      componentRef: 'component:default/orders',
      owner: 'group:default/team-shop',
      placements: [],
    };
    server.answer({ body: { items: [] } }, { body: { items: [] } });
    await client.requestAccess(request, { credentials });
    const { componentRef } = request;
    await client.listAccess({ componentRef }, { credentials });
    expect(server.requests.map(({ method, url }) => [method, url])).toEqual([
      ['POST', '/api/soa-delivery/v1/access'],
      [
        'GET',
        '/api/soa-delivery/v1/access?componentRef=component%3Adefault%2Forders',
      ],
    ]);
    expect(JSON.parse(server.requests[0].body)).toEqual(request);
  });

  it("has deploy access taken away on the user's behalf", async () => {
    server.answer({ body: { items: [] } });
    const list = await clientOf().removeAccess(
      {
        componentRef: 'component:default/orders',
        workspace: 'acme/orders-prod-use1',
      },
      { credentials },
    );
    expect(list).toEqual({ items: [] });
    expect(server.requests[0]).toMatchObject({
      method: 'DELETE',
      url: '/api/soa-delivery/v1/access?componentRef=component%3Adefault%2Forders&workspace=acme%2Forders-prod-use1',
      headers: {
        authorization: mockCredentials.service.header({
          onBehalfOf: credentials,
          targetPluginId: 'soa-delivery',
        }),
      },
    });
  });

  it('asks for locks and ranges, lists them and frees them', async () => {
    const client = clientOf();
    const owner = {
      kind: 'environment' as const,
      componentRef: 'component:default/orders',
      id: 'prod',
    };
    const target = { kind: 'account' as const, id: '111122223333' };
    const place = { account: '111122223333', region: 'us-east-1' };
    server.answer(...Array.from({ length: 6 }, () => ({ body: {} })));
    await client.acquireLock({ target, owner }, { credentials });
    await client.listLocks({ id: 'l-1' }, { credentials });
    await client.releaseLocks(
      { componentRef: owner.componentRef, targetKind: 'account' },
      { credentials },
    );
    await client.allocateNetworkRange({ ...place, owner }, { credentials });
    await client.listNetworkRanges({ ...place, limit: 5 }, { credentials });
    await client.releaseNetworkRanges({ id: 'r-1' }, { credentials });
    const base = '/api/soa-delivery/v1';
    expect(server.requests.map(({ method, url }) => [method, url])).toEqual([
      ['POST', `${base}/locks`],
      ['GET', `${base}/locks?id=l-1`],
      [
        'DELETE',
        `${base}/locks?componentRef=component%3Adefault%2Forders&targetKind=account`,
      ],
      ['POST', `${base}/network-ranges`],
      [
        'GET',
        `${base}/network-ranges?account=111122223333&region=us-east-1&limit=5`,
      ],
      ['DELETE', `${base}/network-ranges?id=r-1`],
    ]);
    expect(JSON.parse(server.requests[0].body)).toEqual({ target, owner });
    expect(JSON.parse(server.requests[3].body)).toEqual({ ...place, owner });
  });

  it('asks for a sandbox environment', async () => {
    const request = {
      componentRef: 'component:default/orders',
      placements: [],
      timeToLive: 'P3D',
    };
    server.answer({ body: { state: 'active' } });
    expect(
      await clientOf().ensureSandboxEnvironment(request, { credentials }),
    ).toEqual({ state: 'active' });
    const [{ method, url, body }] = server.requests;
    expect([method, url]).toEqual([
      'POST',
      '/api/soa-delivery/v1/sandbox-environments',
    ]);
    expect(JSON.parse(body)).toEqual(request);
  });
});
