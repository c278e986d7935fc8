import { mockServices } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import { ACCOUNT, SERVICE } from '../__testUtils__/records';
import { AttributionIndexReader } from './AttributionIndexReader';

const account = (id: string) => ({ id, state: 'ACTIVE', regions: [] });
const workspace = (name: string, run: string) => ({
  id: `ws-${name}`,
  name,
  organization: 'acme',
  componentRef: `component:default/${name}`,
  currentRun: { id: run, status: 'applied' },
  roles: {},
});

function setUp() {
  const workspaces = [workspace('cart', 'run-1'), workspace('shop', 'run-2')];
  /** Two pages of one each. */
  const paged =
    <T>(items: T[]) =>
    async ({ cursor }: { cursor?: string }) =>
      cursor
        ? { items: items.slice(1) }
        : { items: items.slice(0, 1), nextCursor: '1' };
  const client = {
    listAccounts: jest.fn(paged([account(ACCOUNT), account('444455556666')])),
    listWorkspaces: jest.fn(paged(workspaces)),
    listPlacements: jest.fn(
      paged([
        { componentRef: 'component:default/a', account: { id: '1' } },
        { componentRef: 'component:default/b', account: { id: '2' } },
      ]),
    ),
    listWorkspaceOutputs: jest.fn(async (id: string) =>
      id === 'ws-shop'
        ? [{ name: 'service', sensitive: false, value: SERVICE }]
        : [],
    ),
  };
  const reader = new AttributionIndexReader(
    client as never,
    mockServices.auth(),
  );
  return { client, reader, workspaces };
}

const attributed = { account: ACCOUNT, arns: [SERVICE] };

describe('AttributionIndexReader', () => {
  it('reads every page of the inventory, as this plugin', async () => {
    const { client, reader } = setUp();
    const { accounts, index } = await reader.read();
    expect(accounts.map(({ id }) => id)).toEqual([ACCOUNT, '444455556666']);
    expect(index.accounts).toEqual(new Set([ACCOUNT, '444455556666']));
    expect(index.attribute(attributed)).toEqual([
      expect.objectContaining({ entityRef: 'component:default/shop' }),
    ]);
    for (const id of ['1', '2']) {
      const [found] = index.attribute({ account: id, arns: [] });
      expect(found).toMatchObject({ rule: 'account' });
    }
    expect(client.listAccounts).toHaveBeenCalledWith(
      { cursor: undefined, limit: 500 },
      expect.objectContaining({
        credentials: expect.objectContaining({
          principal: expect.objectContaining({ type: 'service' }),
        }),
      }),
    );
  });

  it('reads the outputs of a workspace again after a run only', async () => {
    const { client, reader, workspaces } = setUp();
    const before = (await reader.read()).index.version;
    expect((await reader.read()).index.version).toBe(before);
    expect(client.listWorkspaceOutputs).toHaveBeenCalledTimes(2);
    workspaces[0] = workspace('cart', 'run-3');
    client.listWorkspaceOutputs.mockResolvedValue([
      { name: 'service', sensitive: false, value: SERVICE },
    ]);
    client.listWorkspaces.mockImplementation(async () => ({
      items: workspaces,
    }));
    const { index } = await reader.read();
    expect(client.listWorkspaceOutputs).toHaveBeenCalledTimes(3);
    expect(index.version).not.toBe(before);
    expect(index.attribute(attributed)).toHaveLength(2);
  });

  it('gives no half of an inventory', async () => {
    const { client, reader } = setUp();
    client.listWorkspaceOutputs.mockRejectedValueOnce(new Error('is down'));
    await expect(reader.read()).rejects.toThrow('is down');
    expect((await reader.read()).index.attribute(attributed)).toHaveLength(1);
  });

  it('does without the outputs of a workspace that is gone', async () => {
    const { client, reader } = setUp();
    client.listWorkspaceOutputs.mockRejectedValue(
      await ResponseError.fromResponse(new Response('', { status: 404 })),
    );
    const { index } = await reader.read();
    expect(index.attribute(attributed)).toEqual([]);
  });
});
