import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { listPage, resource } from '../../__testUtils__/jsonApi';
import type { HcpTerraformClient } from '../HcpTerraformClient';

describe('resources', () => {
  let server: FakeServer;
  let client: HcpTerraformClient;

  beforeEach(async () => {
    server = await FakeServer.start();
    client = clientOf(server);
  });

  afterEach(() => server.stop());

  const bucket = resource('resources', 'wsr-1', {
    address: 'module.site.aws_s3_bucket.this["a"]',
    name: 'this',
    module: 'site',
    provider: 'hashicorp/aws',
    'provider-type': 'aws_s3_bucket',
    'updated-at': '2026-11-20',
  });

  it('are read a page at a time', async () => {
    server.answer(
      listPage([bucket], 3),
      listPage([resource('resources', 'wsr-2', { provider: null })]),
    );
    expect(await client.listResources('ws-1', 2)).toEqual({
      items: [
        {
          id: 'wsr-1',
          address: 'module.site.aws_s3_bucket.this["a"]',
          type: 'aws_s3_bucket',
          provider: 'hashicorp/aws',
          updatedAt: '2026-11-20',
        },
      ],
      nextPage: 3,
    });
    expect(server.requests[0].url).toBe(
      '/api/v2/workspaces/ws-1/resources?page%5Bnumber%5D=2&page%5Bsize%5D=100',
    );
    expect(await client.listResources('ws-1', 3)).toEqual({
      items: [{ id: 'wsr-2', address: 'wsr-2' }],
    });
  });

  it('have no page that comes again', async () => {
    server.answer(listPage([bucket], 2));
    await expect(client.listResources('ws-1', 2)).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });

  it('are not taken for none where they may not be read', async () => {
    server.answer({ status: 404 });
    await expect(client.listResources('ws-1', 1)).rejects.toMatchObject({
      kind: 'not-found-or-not-allowed',
    });
  });
});
