import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { FakeOrganizations } from '../__testUtils__/FakeOrganizations';
import { OrganizationRefresh, readInventorySettings } from '../inventory';
import { InventoryStore } from '../store';
import { OrganizationNoticeReader } from './OrganizationNoticeReader';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const READER = '100000000001';
const ACCOUNT = '111122223333';
let events = 0;

const notice = (
  eventName: string,
  requestParameters: object = {},
  account = READER,
) => {
  events += 1;
  return {
    account,
    detail: {
      eventSource: 'organizations.amazonaws.com',
      eventID: `event-${events}`,
      eventName,
      requestParameters,
    },
  };
};

describe('OrganizationNoticeReader', () => {
  const aws = new FakeOrganizations();
  const logger = mockServices.logger.mock();
  const requestAll = jest.fn();
  let store: InventoryStore;
  let reader: OrganizationNoticeReader;
  let isStopping: boolean;

  const account = () => store.getAccount(ACCOUNT);

  beforeEach(async () => {
    jest.clearAllMocks();
    isStopping = false;
    aws.failures.clear();
    aws.accounts = [ACCOUNT, '444455556666'].map(Id => ({
      Id,
      Name: 'old',
      State: 'ACTIVE',
      parent: 'ou-w',
    }));
    const refuse = () => Promise.reject(new Error('not asked for'));
    const knex = await databases.init('SQLITE_3');
    store = await InventoryStore.create(
      mockServices.database({ knex, migrations: { skip: false } }),
    );
    const settings = readInventorySettings(
      mockServices.rootConfig({
        data: { soa: { aws: { organizations: [{ accountId: READER }] } } },
      }),
    );
    const organizations = new OrganizationRefresh({
      settings,
      store,
      now: () => new Date('2026-01-01T00:00:00Z'),
      awsClients: {
        organizations: async () => aws.client(),
        cloudTrail: refuse,
        cloudWatch: refuse,
        ec2: refuse,
        ssm: refuse,
      },
    });
    reader = new OrganizationNoticeReader({
      ...settings,
      organizations,
      store,
      logger,
      requestAll,
      isStopping: () => isStopping,
    });
    await organizations.readAll(READER);
    aws.calls = [];
  });

  it('reads the one account that has changed', async () => {
    aws.accounts[0] = {
      ...aws.accounts[0],
      Name: 'new',
      State: 'PENDING_CLOSURE',
      parent: 'ou-p',
      tags: { 'soa:environment': 'prod' },
    };
    const told = notice('MoveAccount', { accountId: ACCOUNT });
    await reader.take(JSON.stringify(told));
    expect(await account()).toMatchObject({
      name: 'new',
      state: 'PENDING_CLOSURE',
      parentId: 'ou-p',
      organizationalUnitPath: 'Workloads/Prod',
      organizationId: 'o-1',
      environment: 'prod',
    });
    // One tag a page, after an empty one.
    expect(aws.calls).toEqual([
      'DescribeAccount',
      'ListParents',
      'ListTagsForResource',
      'ListTagsForResource',
    ]);
    await reader.take(told);
    expect(aws.calls).toHaveLength(4);
    expect(requestAll).not.toHaveBeenCalled();
  });

  it('takes a new account in', async () => {
    aws.accounts.push({ Id: '777788889999', parent: 'r-1' });
    const told = notice('CreateAccountResult');
    const createAccountStatus = { accountId: '777788889999' };
    await reader.take({
      ...told,
      detail: { ...told.detail, serviceEventDetails: { createAccountStatus } },
    });
    expect(await store.getAccount('777788889999')).toMatchObject({
      parentId: 'r-1',
    });
  });

  it('reads once for all that comes while it reads', async () => {
    await Promise.all(
      [1, 2, 3, 4].map(() =>
        reader.take(notice('TagResource', { resourceId: ACCOUNT })),
      ),
    );
    expect(aws.calls.filter(call => call === 'DescribeAccount')).toHaveLength(
      2,
    );
  });

  it.each([
    ['of a unit', () => notice('UpdateOrganizationalUnit')],
    [
      'of an account in a unit that is not known',
      () => {
        aws.accounts[0].parent = 'ou-new';
        return notice('MoveAccount', { accountId: ACCOUNT });
      },
    ],
    [
      'of an account that is gone',
      () => {
        aws.accounts.shift();
        return notice('CloseAccount', { accountId: ACCOUNT });
      },
    ],
    [
      'of an account that cannot be read',
      () => {
        aws.failures.set('DescribeAccount', new Error('down'));
        return notice('CloseAccount', { accountId: ACCOUNT });
      },
    ],
  ])(
    'has all read where it is told %s, and removes nothing',
    async (_, tell) => {
      const before = await account();
      await reader.take(tell());
      expect(requestAll.mock.calls).toEqual([[`aws-organizations:${READER}`]]);
      expect(await account()).toEqual(before);
    },
  );

  it('keeps what the tags last said where they cannot be read', async () => {
    aws.accounts[0].tags = { 'soa:environment': 'prod' };
    await reader.take(notice('TagResource', { resourceId: ACCOUNT }));
    aws.failures.set('ListTagsForResource', new Error('down'));
    await reader.take(notice('TagResource', { resourceId: ACCOUNT }));
    expect(await account()).toMatchObject({ environment: 'prod' });
  });

  it('knows an organisation by its management account, too', async () => {
    // That of the ARNs that AWS gives.
    const roots = jest.spyOn(store, 'listRoots').mockResolvedValue([
      {
        source: `aws-organizations:${READER}`,
        arn: 'arn:aws:organizations::900000000009:root/o-1/r-1',
      },
    ]);
    await reader.take(notice('DeleteOrganizationalUnit', {}, '900000000009'));
    expect(requestAll).toHaveBeenCalledTimes(1);
    roots.mockRestore();
    await reader.take(notice('DeleteOrganizationalUnit', {}, '800000000008'));
    expect(requestAll).toHaveBeenCalledTimes(1);
  });

  it('begins nothing while the backend stops', async () => {
    isStopping = true;
    await reader.take(notice('TagResource', { resourceId: ACCOUNT }));
    expect(aws.calls).toEqual([]);
  });
});
