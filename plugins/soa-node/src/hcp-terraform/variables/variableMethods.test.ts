import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { listPage, resource } from '../../__testUtils__/jsonApi';
import type { HcpTerraformClient } from '../HcpTerraformClient';

describe('variables', () => {
  let server: FakeServer;
  let client: HcpTerraformClient;

  const variable = (id: string, attributes: object) =>
    resource('vars', id, attributes);

  beforeEach(async () => {
    server = await FakeServer.start();
    client = clientOf(server);
  });

  afterEach(() => server.stop());

  it('are listed without what is sensitive', async () => {
    server.answer(
      listPage([
        variable('var-1', { key: 'a', value: '1', category: 'terraform' }),
        variable('var-2', {
          key: 'b',
          value: 'leaked',
          category: 'env',
          sensitive: true,
          hcl: true,
        }),
      ]),
    );
    const [plain, secret] = await client.listVariables('ws-1');
    expect(plain).toMatchObject({
      id: 'var-1',
      key: 'a',
      value: '1',
      category: 'terraform',
      hcl: false,
      sensitive: false,
    });
    expect(secret).toMatchObject({ category: 'env', hcl: true });
    expect(secret).not.toHaveProperty('value');
    expect(server.requests[0].url).toBe('/api/v2/workspaces/ws-1/vars');
  });

  it('are listed to the end, or not at all', async () => {
    server.answer(listPage([variable('var-1', {})], 2), { status: 404 });
    await expect(client.listVariables('ws-1')).rejects.toMatchObject({
      kind: 'not-found-or-not-allowed',
    });
    expect(server.requests[1].url).toBe(
      '/api/v2/workspaces/ws-1/vars?page%5Bnumber%5D=2',
    );
  });

  it('are not taken for none where they may not be read', async () => {
    server.answer({ status: 404 });
    await expect(client.listVariables('ws-1')).rejects.toMatchObject({
      kind: 'not-found-or-not-allowed',
    });
  });

  it('are made and changed', async () => {
    server.route(() => ({ body: { data: variable('var-1', { key: 'a' }) } }));
    const input = {
      key: 'a',
      value: '"${x}"\n',
      category: 'terraform' as const,
    };
    expect(await client.createVariable('ws-1', input)).toMatchObject({
      id: 'var-1',
    });
    await client.updateVariable('ws-1', 'var-1', { value: '2' });
    const [made, changed] = server.requests;
    expect(made.method).toBe('POST');
    expect(JSON.parse(made.body)).toEqual({
      data: { type: 'vars', attributes: input },
    });
    expect(changed).toMatchObject({
      method: 'PATCH',
      url: '/api/v2/workspaces/ws-1/vars/var-1',
    });
    expect(JSON.parse(changed.body)).toEqual({
      data: { id: 'var-1', type: 'vars', attributes: { value: '2' } },
    });
  });
});
