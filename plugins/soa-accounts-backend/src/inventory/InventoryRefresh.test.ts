import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  FakeHcpTerraform,
  ordersWorkspace,
} from '../__testUtils__/FakeHcpTerraform';
import { FakeOrganizations } from '../__testUtils__/FakeOrganizations';
import { InventoryStore } from '../store';
import { InventoryRefresh } from './InventoryRefresh';
import { readInventorySettings } from './InventorySettings';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const TIMED_OUT =
  'did not end within soa.accounts.schedule.timeout: what was read is kept';
const MANAGEMENT = '100000000001';

const settings = (organizations: unknown, accounts: object = {}) =>
  readInventorySettings(
    mockServices.rootConfig({
      data: { soa: { aws: { organizations }, accounts } } as object,
    }),
  );

const awsAccount = (id: string) => ({
  Id: id,
  State: 'ACTIVE',
  parent: 'ou-p',
});

describe('InventoryRefresh', () => {
  const aws = new FakeOrganizations();
  const tfc = new FakeHcpTerraform();
  const logger = mockServices.logger.mock();
  let store: InventoryStore;
  let isStopping = false;
  let now: Date;
  let knex: Knex;

  const refreshOf = (organizations: unknown, accounts?: object) =>
    new InventoryRefresh({
      settings: settings(organizations, accounts),
      logger,
      awsClients: {
        organizations: async () => aws.client(),
        cloudTrail: async () => aws.cloudTrail(),
        cloudWatch: () => Promise.reject(new Error('not asked for')),
        ec2: () => Promise.reject(new Error('not asked for')),
        ssm: () => Promise.reject(new Error('not asked for')),
      },
      hcpTerraform: tfc,
      store,
      isStopping: () => isStopping,
      now: () => now,
    });

  let refresh: InventoryRefresh;

  const run = async (from: InventoryRefresh, signal?: AbortSignal) => {
    for (const source of from.sources()) {
      await source.refresh(signal);
    }
  };

  beforeEach(async () => {
    isStopping = false;
    now = new Date('2026-01-01T00:00:00Z');
    aws.events = [];
    aws.calls = [];
    aws.failures.clear();
    aws.accounts = [
      { Id: '111122223333', State: 'ACTIVE', parent: 'ou-p' },
      { Id: '444455556666', State: 'ACTIVE', parent: 'ou-p' },
    ];
    tfc.workspaces = [
      ordersWorkspace(),
      ordersWorkspace({ id: 'ws-2', name: 'other' }),
    ];
    tfc.failures.clear();
    tfc.listFailure = undefined;
    knex = await databases.init('SQLITE_3');
    store = await InventoryStore.create(
      mockServices.database({ knex, migrations: { skip: false } }),
    );
    refresh = refreshOf([{ accountId: MANAGEMENT }]);
    await run(refresh);
    jest.clearAllMocks();
  });

  it('reads what there is', async () => {
    expect(await store.listUnits()).toHaveLength(3);
    expect(await store.listAccounts()).toHaveLength(2);
    expect(await store.listWorkspaces()).toHaveLength(2);
    expect(
      await store.sources.hasRead([
        `aws-organizations:${MANAGEMENT}`,
        'hcp-terraform:acme',
      ]),
    ).toBe(true);
  });

  it('removes nothing after a read that did not finish, and reads the rest', async () => {
    aws.accounts.pop();
    aws.failures.set('ListAccountsForParent r-1', new Error('throttled'));
    tfc.workspaces.pop();
    await run(refresh);
    expect(await store.listAccounts()).toHaveLength(2);
    expect(await store.listWorkspaces()).toHaveLength(1);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('what is known of it stays: Error: throttled'),
    );
    tfc.workspaces = [];
    tfc.listFailure = new Error('second page');
    await run(refresh);
    expect(await store.listWorkspaces()).toHaveLength(1);
  });

  it('refuses an organisation that is empty all at once', async () => {
    aws.accounts = [];
    tfc.workspaces = [];
    await run(refresh);
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
    await expect(run(refresh, abort.signal)).rejects.toThrow(/abort/i);
    expect(await store.listAccounts()).toHaveLength(2);
    jest.restoreAllMocks();
    aws.client = FakeOrganizations.prototype.client;
  });

  it.each([
    ['and says so, where it has taken too long', false, TIMED_OUT],
    ['and says nothing, where the backend stops', true, null],
  ])('gives up %s', async (_, stopping, error) => {
    isStopping = stopping;
    const abort = new AbortController();
    abort.abort();
    const [organization] = refresh.sources();
    await expect(organization.refresh(abort.signal)).rejects.toThrow(/abort/i);
    const [state] = await knex('soa_sources').where({ id: organization.id });
    expect(state).toMatchObject({
      read_at: '2026-01-01T00:00:00.000Z',
      error,
    });
    expect(logger.error).toHaveBeenCalledTimes(stopping ? 0 : 1);
  });

  it('says what waits for a source that has never been read', async () => {
    aws.failures.set('DescribeOrganization', new Error('no role'));
    const two = refreshOf([
      { accountId: MANAGEMENT },
      { accountId: '200000000002' },
    ]);
    await run(two);
    expect(logger.warn.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^aws-organizations:200000000002 has never been read to its end: the catalog goes on without/,
        ),
      ],
    ]);
    await run(refreshOf([{ accountId: '200000000002' }]));
    expect(logger.warn).toHaveBeenLastCalledWith(
      expect.stringMatching(
        /^aws-organizations:200000000002 .*: until it or another organisation has been, the catalog gets no accounts/,
      ),
    );
  });

  const anotherAccount = () => {
    aws.accounts.push(awsAccount('777788889999'));
  };

  it('says which account it could not read the tags of', async () => {
    anotherAccount();
    aws.failures.set('ListTagsForResource 777788889999', new Error('denied'));
    await run(refresh);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/account 777788889999: its tags could not be read/),
    );
    expect(await store.listAccounts()).toHaveLength(3);
  });

  it('says the same thing once', async () => {
    anotherAccount();
    aws.failures.set('ListTagsForResource 777788889999', new Error('denied'));
    await run(refresh);
    await run(refresh);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('finds a changed tag in CloudTrail, and reads the tags of no other', async () => {
    aws.accounts[0].tags = { 'soa:environment': 'prod' };
    now = new Date('2026-01-01T00:10:00Z');
    const event = { name: 'TagResource', accountId: '111122223333' };
    // Delivered after the read before, which it happened ahead of.
    aws.events = [{ ...event, time: '2025-12-31T23:55:00Z' }];
    const read = async () => {
      aws.calls = [];
      await run(refresh);
      return aws.calls.filter(call => call === 'ListTagsForResource').length;
    };
    // One tag a page, after an empty page.
    expect(await read()).toBe(2);
    expect((await store.getAccount('111122223333'))?.environment).toBe('prod');
    expect(aws.calls).toContain('LookupEvents UntagResource');
    expect(await read()).toBe(0);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('says once that it may not ask CloudTrail, and goes by age', async () => {
    aws.failures.set('LookupEvents', new Error('AccessDeniedException'));
    await run(refresh);
    await run(refresh);
    expect(logger.warn.mock.calls).toEqual([
      [
        `aws-organizations:${MANAGEMENT}: changes of tags could not be looked for in the CloudTrail of account ${MANAGEMENT}, and show only once tags are as old as soa.accounts.tags.maxAge, 24 hours: Error: AccessDeniedException`,
      ],
    ]);
    aws.accounts[0].tags = { 'soa:environment': 'prod' };
    now = new Date('2026-01-02T00:00:00Z');
    await run(refresh);
    expect((await store.getAccount('111122223333'))?.environment).toBe('prod');
  });

  it('looks back to the last whole read that could ask', async () => {
    aws.failures.set('LookupEvents', new Error('down'));
    now = new Date('2026-01-01T05:00:00Z');
    await run(refresh);
    aws.failures.clear();
    aws.accounts[1].tags = { 'soa:environment': 'qa' };
    const time = '2026-01-01T01:00:00Z';
    aws.events = [{ name: 'UntagResource', accountId: '444455556666', time }];
    await run(refresh);
    expect((await store.getAccount('444455556666'))?.environment).toBe('qa');
  });

  it('says which rules hold for no account of any organisation', async () => {
    const accounts = {
      rules: [
        {
          when: { organizationalUnit: 'Workloads' },
          set: { environment: 'prod' },
        },
        { when: { organizationalUnit: 'Gone' }, set: { environment: 'prod' } },
      ],
    };
    const two = refreshOf(
      [{ accountId: MANAGEMENT }, { accountId: '200000000002' }],
      accounts,
    );
    await two.sources()[0].refresh();
    expect(logger.warn).not.toHaveBeenCalled();
    await two.sources()[1].refresh();
    expect(logger.warn.mock.calls).toEqual([
      [
        'aws-organizations:200000000002: soa.accounts.rules[1] holds for no account: mend it, or remove it',
      ],
    ]);
    expect(await store.listAccounts()).toEqual([
      expect.objectContaining({ environment: 'prod' }),
      expect.objectContaining({ environment: 'prod' }),
    ]);
  });

  it.each([
    [{ tags: { maxAge: { hours: 0 } } }, 'soa.accounts.tags.maxAge is none'],
    [{ tags: { maxAge: 'soon' } }, 'soa.accounts.tags.maxAge'],
  ])('names the key at fault in %j', (accounts, message) => {
    expect(() => settings([], accounts)).toThrow(message);
  });

  it('reads each source apart from the others', () => {
    expect(refresh.sources().map(({ id }) => id)).toEqual([
      `aws-organizations:${MANAGEMENT}`,
      'hcp-terraform:acme',
    ]);
  });

  it('forgets an organisation that is no longer configured', async () => {
    await run(refreshOf([]));
    expect(await store.listAccounts()).toEqual([]);
    expect(await store.listWorkspaces()).toHaveLength(2);
  });

  it('forgets nothing until what takes its place has been read', async () => {
    const other = refreshOf([{ accountId: '200000000002' }]);
    aws.failures.set('DescribeOrganization', new Error('down'));
    await run(other);
    expect(await store.listAccounts()).toHaveLength(2);
    aws.failures.clear();
    aws.accounts = [awsAccount('777788889999')];
    await other.sources()[0].refresh();
    expect((await store.listAccounts()).map(({ id }) => id)).toEqual([
      '777788889999',
    ]);
  });

  it('removes what is gone, and does not believe that much is at once', async () => {
    const ids = Array.from({ length: 40 }, (_, index) =>
      String(100_000_000_100 + index),
    );
    aws.accounts = ids.map(awsAccount);
    await run(refresh);
    expect(await store.listAccounts()).toHaveLength(40);
    aws.accounts = ids.slice(2).map(awsAccount);
    await run(refresh);
    expect(await store.listAccounts()).toHaveLength(38);
    aws.accounts = ids.slice(20).map(awsAccount);
    await run(refresh);
    expect(await store.listAccounts()).toHaveLength(38);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('at least 18 of 38 known accounts'),
    );
  });

  it('keeps no more warnings than anybody reads', async () => {
    tfc.workspaces = Array.from({ length: 150 }, (_, index) =>
      ordersWorkspace({ id: `ws-${index}`, name: `name-${index}` }),
    );
    tfc.workspaces.forEach(({ id }) =>
      tfc.failures.set(`outputs ${id}`, new Error('odd')),
    );
    await refresh.sources()[1].refresh();
    const warnings = await store.sources.warningsOf('hcp-terraform:acme');
    expect(warnings).toHaveLength(101);
    expect(warnings[100]).toBe('and 50 more warnings');
  });

  it.each([100000000001, '1234', ''])('refuses the account %p', accountId => {
    expect(() => settings([{ accountId }])).toThrow(
      /^soa\.aws\.organizations\[0\]\.accountId is .*: write the 12-digit id of an AWS account, quoted$/,
    );
  });

  it.each([-1, 101])('refuses the percentage %p', percentage => {
    expect(() =>
      readInventorySettings(
        mockServices.rootConfig({
          data: {
            soa: { accounts: { rejectRemovalsAbovePercentage: percentage } },
          },
        }),
      ),
    ).toThrow(/^soa\.accounts\.rejectRemovalsAbovePercentage is .*0 to 100$/);
  });
});
