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
