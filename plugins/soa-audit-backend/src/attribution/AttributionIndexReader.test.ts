import { mockServices } from '@backstage/backend-test-utils';
import { actedOn } from '../__testUtils__/actedOn';
import { ACCOUNT, PLACEMENT, SERVICE } from '../__testUtils__/records';
import { AttributionIndexReader } from './AttributionIndexReader';

const account = (id: string) => ({ id, state: 'ACTIVE', regions: [] });
const workspace = (name: string, ...arns: string[]) => ({
  id: `ws-${name}`,
  name,
  organization: 'acme',
  componentRef: `component:default/${name}`,
  placement: PLACEMENT,
  roles: {},
  outputs: arns.map(value => ({ name: 'arn', sensitive: false, value })),
});

function setUp() {
  const clock = { time: Date.parse('2026-11-20T12:00:00Z') };
  const workspaces = [workspace('cart'), workspace('shop', SERVICE)];
  /** Two pages of one each. */
  const paged =
    <T>(items: T[]) =>
    async ({ cursor }: { cursor?: string }) =>
      cursor
        ? { items: items.slice(1) }
        : { items: items.slice(0, 1), nextCursor: '1' };
  const client = {
    readCompleteness: jest.fn(async () => ({
      organization: true,
      workspaces: true,
    })),
    listAccounts: jest.fn(paged([account(ACCOUNT), account('444455556666')])),
    listWorkspacesWithOutputs: jest.fn(paged(workspaces)),
  };
  const logger = mockServices.logger.mock();
  const reader = new AttributionIndexReader({
    accounts: client as never,
    auth: mockServices.auth(),
    logger,
    now: () => new Date(clock.time),
  });
  const later = (signal?: AbortSignal) => {
    clock.time += 60_000;
    return reader.read(signal);
  };
  return { client, reader, workspaces, logger, later };
}

const attributed = { account: ACCOUNT, arns: actedOn(SERVICE) };
const isDown = async () => {
  throw new Error('is down');
};

describe('AttributionIndexReader', () => {
  it('reads every page of the inventory, as this plugin', async () => {
    const { client, reader } = setUp();
    const { accounts, index, isWhole } = await reader.read();
    expect(isWhole).toBe(true);
    expect(accounts.map(({ id }) => id)).toEqual([ACCOUNT, '444455556666']);
    expect(index.accounts).toEqual(new Set([ACCOUNT, '444455556666']));
    expect(index.attribute(attributed)).toEqual([
      expect.objectContaining({ entityRef: 'component:default/shop' }),
    ]);
    expect(client.listAccounts).toHaveBeenCalledWith(
      { cursor: undefined, limit: 500 },
      expect.objectContaining({
        credentials: expect.objectContaining({
          principal: expect.objectContaining({ type: 'service' }),
        }),
      }),
    );
  });

  it('sees outputs that have changed, whatever the run is', async () => {
    const { reader, workspaces, later } = setUp();
    const { version } = (await reader.read()).index;
    expect((await later()).index.version).toBe(version);
    workspaces[0] = workspace('cart', SERVICE);
    const { index } = await later();
    expect(index.version).not.toBe(version);
    expect(index.attribute(attributed)).toHaveLength(2);
  });

  it('reads once for all who ask at the same time', async () => {
    const { client, reader } = setUp();
    await Promise.all([reader.read(), reader.read(), reader.read()]);
    expect(client.listAccounts).toHaveBeenCalledTimes(2);
    await expect(reader.read(AbortSignal.abort())).rejects.toThrow('aborted');
  });

  it('keeps what it knew of what cannot be read, and takes what can', async () => {
    const { client, reader, workspaces, logger, later } = setUp();
    await reader.read();
    workspaces[0] = workspace('cart', SERVICE);
    client.listWorkspacesWithOutputs.mockImplementation(async ({ cursor }) =>
      cursor ? isDown() : { items: workspaces.slice(0, 1), nextCursor: '1' },
    );
    client.listAccounts.mockImplementation(isDown);
    const { index, accounts, isWhole } = await later();
    expect(isWhole).toBe(true);
    expect(accounts).toHaveLength(2);
    expect(index.attribute(attributed)).toHaveLength(2);
    expect(logger.warn).toHaveBeenCalledWith(
      'Not all workspaces could be read: what was known of the others is kept',
      { reason: 'Error: is down' },
    );
  });

  it('says that it has not seen the whole yet', async () => {
    const { client, reader, later } = setUp();
    client.listWorkspacesWithOutputs.mockImplementation(isDown);
    expect(await reader.read()).toMatchObject({ isWhole: false });
    client.listWorkspacesWithOutputs.mockImplementation(async () => ({
      items: [],
    }));
    expect(await later()).toMatchObject({ isWhole: true });
  });

  it.each([
    ['organization', { organization: false, workspaces: true }],
    ['workspaces', { organization: true, workspaces: false }],
  ])('takes no part of the %s for the whole', async (_, completeness) => {
    const { client, reader, workspaces, later } = setUp();
    const shop = workspaces.pop()!;
    const part = workspaces.slice();
    client.listWorkspacesWithOutputs.mockImplementation(async () => ({
      items: part,
    }));
    client.readCompleteness.mockImplementation(async () => completeness);
    const before = await reader.read();
    expect(before.isWhole).toBe(false);
    expect(before.index.attribute(attributed)).toEqual([]);

    // The list breaks off before the neighbour: it is what it was before.
    client.readCompleteness.mockImplementation(async () => ({
      organization: true,
      workspaces: true,
    }));
    client.listAccounts.mockImplementationOnce(isDown);
    client.listWorkspacesWithOutputs.mockImplementationOnce(isDown);
    expect((await later()).isWhole).toBe(false);

    const whole = await later();
    expect(whole.isWhole).toBe(true);
    expect(whole.index.version).not.toBe(before.index.version);
    expect(whole.index.attribute(attributed)).toMatchObject([
      { entityRef: 'component:default/cart', rule: 'account' },
    ]);
    part.push(shop);
    expect((await later()).index.attribute(attributed)).toMatchObject([
      { entityRef: 'component:default/shop', rule: 'resource' },
    ]);

    // Another source is to be read from now on.
    client.readCompleteness.mockImplementation(async () => completeness);
    client.listAccounts.mockImplementation(isDown);
    client.listWorkspacesWithOutputs.mockImplementation(isDown);
    expect((await later()).isWhole).toBe(false);
  });

  it('asks whether it is complete before it reads', async () => {
    const { client, reader } = setUp();
    const asked: string[] = [];
    client.readCompleteness.mockImplementation(async () => {
      asked.push('complete');
      return { organization: true, workspaces: true };
    });
    client.listAccounts.mockImplementation(async () => {
      asked.push('accounts');
      return { items: [account(ACCOUNT)] };
    });
    await reader.read();
    expect(asked).toEqual(['complete', 'accounts']);
  });

  it('keeps all that it knew while nobody says whether it is complete', async () => {
    const { client, reader, workspaces, logger, later } = setUp();
    client.readCompleteness.mockImplementationOnce(isDown);
    await expect(reader.read()).rejects.toThrow('is down');
    const known = await later();
    workspaces.pop();
    client.readCompleteness.mockImplementationOnce(isDown);
    expect(await later()).toBe(known);
    expect(logger.warn).toHaveBeenCalledWith(
      'The inventory does not answer: what was known is kept',
      { reason: 'Error: is down' },
    );
    expect((await later()).workspaces).toHaveLength(1);
  });

  it('takes no organization for one that has lost all its accounts', async () => {
    const { client, reader } = setUp();
    client.listAccounts.mockImplementation(async () => ({ items: [] }));
    expect(await reader.read()).toMatchObject({ isWhole: false });
  });

  it('gives nothing while it knows no account', async () => {
    const { client, reader } = setUp();
    client.listAccounts.mockImplementationOnce(isDown);
    await expect(reader.read()).rejects.toThrow('is down');
    expect((await reader.read()).accounts).toHaveLength(2);
  });

  it('forgets what is gone', async () => {
    const { client, reader, later } = setUp();
    await reader.read();
    client.listWorkspacesWithOutputs.mockImplementation(async () => ({
      items: [],
    }));
    expect((await later()).index.attribute(attributed)).toEqual([]);
  });
});
