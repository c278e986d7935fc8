import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { listPage, resource } from '../../__testUtils__/jsonApi';
import type { HcpTerraformClient } from '../HcpTerraformClient';

describe('outputs and plans', () => {
  let server: FakeServer;
  let client: HcpTerraformClient;

  beforeEach(async () => {
    server = await FakeServer.start();
    client = clientOf(server);
  });

  afterEach(() => server.stop());

  it('gives outputs, and no value that is sensitive', async () => {
    const output = (name: string, attributes: object) =>
      resource('state-version-outputs', name, { name, ...attributes });
    server.answer(
      listPage([
        output('arn', { value: 'arn:aws:x', sensitive: false }),
        output('list', { value: [1, { a: null }] }),
        output('secret', { value: 'leaked', sensitive: true }),
      ]),
    );
    expect(await client.listOutputs('ws-1')).toEqual([
      { name: 'arn', sensitive: false, value: 'arn:aws:x' },
      { name: 'list', sensitive: false, value: [1, { a: null }] },
      { name: 'secret', sensitive: true },
    ]);
  });

  it('does not take for none what is not there or may not be read', async () => {
    server.answer({ status: 404 });
    await expect(client.listOutputs('ws-1')).rejects.toMatchObject({
      kind: 'not-found-or-not-allowed',
    });
  });

  it('waits while the state is processed', async () => {
    server.answer({ status: 503 }, listPage([]));
    expect(await client.listOutputs('ws-1')).toEqual([]);
    expect(server.requests).toHaveLength(2);
  });

  it('gives the numbers of a plan', async () => {
    server.answer(
      {
        body: {
          data: resource('plans', 'plan-1', {
            status: 'finished',
            'resource-additions': 3,
            'resource-changes': 0,
            'resource-destructions': null,
          }),
        },
      },
      { status: 404 },
    );
    expect(await client.getPlan('plan-1')).toEqual({
      id: 'plan-1',
      status: 'finished',
      resourceAdditions: 3,
      resourceChanges: 0,
    });
    expect(await client.getPlan('plan-2')).toBeUndefined();
  });
});
