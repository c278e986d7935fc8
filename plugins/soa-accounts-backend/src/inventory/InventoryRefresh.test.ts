import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  FakeHcpTerraform,
  ordersWorkspace,
} from '../__testUtils__/FakeHcpTerraform';
import { FakeOrganizations } from '../__testUtils__/FakeOrganizations';
import { InventoryStore } from '../store';
import { InventoryRefresh } from './InventoryRefresh';
import { readInventorySettings } from './InventorySettings';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const MANAGEMENT = '100000000001';

const settings = (organizations: unknown) =>
  readInventorySettings(
    mockServices.rootConfig({
      data: { soa: { aws: { organizations } } } as object,
    }),
  );

describe('InventoryRefresh', () => {
  const aws = new FakeOrganizations();
  const tfc = new FakeHcpTerraform();
  const logger = mockServices.logger.mock();
  let store: InventoryStore;

  const refreshOf = (organizations: unknown) =>
    new InventoryRefresh({
      settings: settings(organizations),
      logger,
      awsClients: {
        organizations: async () => aws.client(),
        cloudTrail: () => Promise.reject(new Error('not asked for')),
      },
      hcpTerraform: tfc,
      store,
      now: () => new Date('2026-01-01T00:00:00Z'),
    });

  let refresh: InventoryRefresh;

  beforeEach(async () => {
    aws.failures.clear();
    aws.accounts = [
      { Id: '111122223333', State: 'ACTIVE', parent: 'ou-p' },
      { Id: '444455556666', State: 'ACTIVE', parent: 'ou-p' },
    ];
    tfc.workspaces = [ordersWorkspace(), ordersWorkspace({ id: 'ws-2' })];
    tfc.listFailure = undefined;
    store = await InventoryStore.create(
      mockServices.database({
        knex: await databases.init('SQLITE_3'),
        migrations: { skip: false },
      }),
    );
    refresh = refreshOf([{ accountId: MANAGEMENT }]);
    await refresh.run();
    jest.clearAllMocks();
  });

  it('reads what there is', async () => {
    expect(await store.listUnits()).toHaveLength(3);
    expect(await store.listAccounts()).toHaveLength(2);
    expect(await store.listWorkspaces()).toHaveLength(2);
    expect(
      await store.hasRead([
        `aws-organizations:${MANAGEMENT}`,
        'hcp-terraform:acme',
      ]),
    ).toBe(true);
  });

  it('removes nothing after a read that did not finish, and reads the rest', async () => {
    aws.accounts.pop();
    aws.failures.set('ListAccountsForParent r-1', new Error('throttled'));
    tfc.workspaces.pop();
    await refresh.run();
    expect(await store.listAccounts()).toHaveLength(2);
    expect(await store.listWorkspaces()).toHaveLength(1);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('what is known of it stays: Error: throttled'),
    );
    tfc.workspaces = [];
    tfc.listFailure = new Error('second page');
    await refresh.run();
    expect(await store.listWorkspaces()).toHaveLength(1);
  });

  it('refuses an organisation that is empty all at once', async () => {
    aws.accounts = [];
    tfc.workspaces = [];
    await refresh.run();
    expect(await store.listAccounts()).toHaveLength(2);
    expect(await store.listWorkspaces()).toHaveLength(2);
  });

  it('writes nothing after its time is up', async () => {
    const abort = new AbortController();
    aws.accounts.pop();
    jest.spyOn(tfc, 'client').mockImplementation(() => {
      throw new Error('not reached');
    });
    aws.client = () => {
      abort.abort();
      return FakeOrganizations.prototype.client.call(aws);
    };
    await expect(refresh.run(abort.signal)).rejects.toThrow(/abort/i);
    expect(await store.listAccounts()).toHaveLength(2);
    jest.restoreAllMocks();
    aws.client = FakeOrganizations.prototype.client;
  });

  it('says which account it could not read the tags of', async () => {
    aws.failures.set('ListTagsForResource 444455556666', new Error('denied'));
    await refresh.run();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/account 444455556666: its tags could not be read/),
    );
    expect(await store.listAccounts()).toHaveLength(2);
  });

  it('says the same thing once', async () => {
    aws.failures.set('ListTagsForResource 444455556666', new Error('denied'));
    await refresh.run();
    await refresh.run();
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('forgets an organisation that is no longer configured', async () => {
    await refreshOf([]).run();
    expect(await store.listAccounts()).toEqual([]);
    expect(await store.listWorkspaces()).toHaveLength(2);
  });

  it.each([100000000001, '1234', ''])('refuses the account %p', accountId => {
    expect(() => settings([{ accountId }])).toThrow(
      /^soa\.aws\.organizations\[0\]\.accountId is .*: write the 12-digit id of an AWS account, quoted$/,
    );
  });
});
