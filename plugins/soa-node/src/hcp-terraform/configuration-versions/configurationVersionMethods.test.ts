import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { resource } from '../../__testUtils__/jsonApi';
import type { HcpTerraformClient } from '../HcpTerraformClient';

describe('configuration versions', () => {
  let server: FakeServer;
  let client: HcpTerraformClient;

  beforeEach(async () => {
    server = await FakeServer.start();
    client = clientOf(server);
  });

  afterEach(() => server.stop());

  it('are listed with the commits that they are of', async () => {
    const of = (id: string, attributes: object, ingress?: string) =>
      resource('configuration-versions', id, attributes, {
        ...(ingress && {
          'ingress-attributes': { type: 'ingress-attributes', id: ingress },
        }),
      });
    server.answer({
      body: {
        data: [
          of('cv-3', { status: 'uploaded' }, 'ia-2'),
          of('cv-2', { status: 'uploaded', speculative: true }, 'ia-1'),
          of('cv-1', { status: 'errored' }),
        ],
        included: [
          resource('ingress-attributes', 'ia-1', { 'commit-sha': 'abc' }),
          resource('ingress-attributes', 'ia-2', { 'commit-sha': 'def' }),
        ],
        meta: { pagination: { 'next-page': 2 } },
      },
    });
    expect(await client.listConfigurationVersions('ws-1')).toEqual([
      { id: 'cv-3', status: 'uploaded', commitSha: 'def' },
      { id: 'cv-2', status: 'uploaded', commitSha: 'abc', speculative: true },
      { id: 'cv-1', status: 'errored' },
    ]);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0].url).toBe(
      '/api/v2/workspaces/ws-1/configuration-versions?include=ingress_attributes&page%5Bsize%5D=100',
    );
  });

  it('are made without a run, and uploaded without a token', async () => {
    const version = (attributes: object) => ({
      body: { data: resource('configuration-versions', 'cv-1', attributes) },
    });
    const uploadUrl = `${server.url}/object`;
    server.answer(
      version({ status: 'pending', 'upload-url': uploadUrl }),
      {},
      version({ status: 'errored', 'error-message': 'no tar' }),
      { status: 404 },
    );
    const { id, uploadUrl: given } = await client.createConfigurationVersion(
      'ws-1',
    );
    await client.uploadConfiguration(given!, new Uint8Array([42]));
    expect(await client.getConfigurationVersion(id)).toEqual({
      id: 'cv-1',
      status: 'errored',
      errorMessage: 'no tar',
    });
    expect(await client.getConfigurationVersion('cv-2')).toBeUndefined();
    const [made, uploaded] = server.requests;
    expect(JSON.parse(made.body)).toEqual({
      data: {
        type: 'configuration-versions',
        attributes: { 'auto-queue-runs': false },
      },
    });
    expect(uploaded).toMatchObject({
      method: 'PUT',
      url: '/object',
      body: '*',
    });
    expect(uploaded.headers.authorization).toBeUndefined();
  });
});
