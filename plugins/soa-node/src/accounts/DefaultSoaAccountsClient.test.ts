import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { FakeServer } from '../__testUtils__/FakeServer';
import { DefaultSoaAccountsClient } from './DefaultSoaAccountsClient';

describe('DefaultSoaAccountsClient', () => {
  let server: FakeServer;
  let client: DefaultSoaAccountsClient;
  const credentials = mockCredentials.user('user:default/guest');
  const options = { credentials };

  beforeEach(async () => {
    server = await FakeServer.start();
    client = new DefaultSoaAccountsClient({
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async pluginId => `${server.url}/api/${pluginId}`,
      }),
    });
  });

  afterEach(() => server.stop());

  it("asks on the user's behalf, with what is given only", async () => {
    const page = { items: [], nextCursor: 'next' };
    server.answer({ body: page });
    expect(
      await client.listAccounts(
        { environment: 'prod', region: undefined, cursor: 'a&b=c', limit: 5 },
        options,
      ),
    ).toEqual(page);
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      url: '/api/soa-accounts/v1/accounts?environment=prod&cursor=a%26b%3Dc&limit=5',
      headers: {
        authorization: mockCredentials.service.header({
          onBehalfOf: credentials,
          targetPluginId: 'soa-accounts',
        }),
      },
    });
  });

  it('reads all organizational units, page by page', async () => {
    const unit = (id: string) => ({ id });
    server.answer(
      { body: { items: [unit('r-1'), unit('ou-1')], nextCursor: '2' } },
      { body: { items: [], nextCursor: '3' } },
      { body: { items: [unit('ou-2')] } },
    );
    const units = await client.listOrganizationalUnits(options);
    expect(units.map(({ id }) => id)).toEqual(['r-1', 'ou-1', 'ou-2']);
    expect(server.requests.map(({ url }) => url)).toEqual([
      '/api/soa-accounts/v1/organization',
      '/api/soa-accounts/v1/organization?cursor=2',
      '/api/soa-accounts/v1/organization?cursor=3',
    ]);
  });

  it('reads whether all has been read', async () => {
    const completeness = { organization: true, workspaces: false };
    server.answer({ body: completeness });
    expect(await client.readCompleteness(options)).toEqual(completeness);
    expect(server.requests[0].url).toBe('/api/soa-accounts/v1/completeness');
  });

  it('reads placements, workspaces and outputs', async () => {
    server.route(() => ({ body: { items: [{ name: 'x' }] } }));
    await client.listPlacements({ component: 'component:default/a' }, options);
    await client.listWorkspaces({ account: '111122223333' }, options);
    const outputs = await client.listWorkspacesWithOutputs(
      { limit: 500 },
      options,
    );
    expect(outputs.items).toEqual([{ name: 'x' }]);
    expect(server.requests.map(({ url }) => url)).toEqual([
      '/api/soa-accounts/v1/placements?component=component%3Adefault%2Fa',
      '/api/soa-accounts/v1/workspaces?account=111122223333',
      '/api/soa-accounts/v1/workspaces?limit=500&outputs=true',
    ]);
  });

  it('posts what is to be resolved', async () => {
    const request = {
      name: 'orders',
      owner: 'group:default/team-shop',
      runtime: 'ecs-fargate' as const,
      stages: [{ environment: 'prod', regions: ['us-east-1'] }],
    };
    server.answer({ body: { placements: [], problems: [] } });
    await client.resolvePlacements(request, options);
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      url: '/api/soa-accounts/v1/placements/resolve',
      headers: { 'content-type': 'application/json' },
    });
    expect(JSON.parse(server.requests[0].body)).toEqual(request);
  });

  it("hands on the backend's own error", async () => {
    server.answer({
      status: 403,
      headers: { 'content-type': 'application/json' },
      body: {
        error: { name: 'NotAllowedError', message: 'not for you' },
        response: { statusCode: 403 },
      },
    });
    await expect(client.listAccounts({}, options)).rejects.toMatchObject({
      name: 'ResponseError',
      message: 'not for you',
      cause: { name: 'NotAllowedError', message: 'not for you' },
    });
  });

  it('says which backend does not answer', async () => {
    server.answer('drop');
    await expect(client.listAccounts({}, options)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining(
        'The backend of soa-accounts does not answer',
      ),
    });
  });

  it('ends with its signal', async () => {
    server.answer('never');
    await expect(
      client.listAccounts(
        {},
        { credentials, signal: AbortSignal.abort(new Error('enough')) },
      ),
    ).rejects.toThrow('enough');
  });
});
