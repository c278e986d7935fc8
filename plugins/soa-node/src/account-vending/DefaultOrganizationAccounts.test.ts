import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { FakeServer } from '../__testUtils__/FakeServer';
import { DefaultOrganizationAccounts } from './DefaultOrganizationAccounts';

// What happens on servers that know of accounts say the contract tests.
describe('DefaultOrganizationAccounts', () => {
  let server: FakeServer;
  let accounts: DefaultOrganizationAccounts;

  beforeEach(async () => {
    server = await FakeServer.start();
    accounts = new DefaultOrganizationAccounts(
      async () =>
        new OrganizationsClient({
          endpoint: server.url,
          region: 'us-east-1',
          credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
          maxAttempts: 1,
        }),
    );
  });

  afterEach(() => server.stop());

  const answer = (answers: Record<string, (input: any) => object>) =>
    server.route(({ headers, body }) => {
      const operation = String(headers['x-amz-target']).split('.')[1];
      return { body: answers[operation](JSON.parse(body)) };
    });

  it('looks on all pages, empty ones too, and no further than it has to', async () => {
    answer({
      ListAccounts: ({ NextToken }) =>
        ({
          undefined: { Accounts: [], NextToken: '1' },
          1: { Accounts: [{ Id: '1', Email: 'a@x.test' }], NextToken: '2' },
          2: {
            Accounts: [{ Id: '2', Email: 'B@X.test', Status: 'SUSPENDED' }],
            NextToken: '3',
          },
        }[String(NextToken)]!),
    });
    expect(await accounts.findAccount('b@x.TEST')).toEqual({
      id: '2',
      name: '2',
      email: 'B@X.test',
      state: 'SUSPENDED',
    });
    expect(server.requests).toHaveLength(3);
  });

  it('gives all tags, and all creations under way', async () => {
    answer({
      ListTagsForResource: ({ NextToken }) =>
        NextToken
          ? { Tags: [{ Key: 'b', Value: '' }] }
          : { Tags: [{ Key: 'a', Value: '1' }], NextToken: '1' },
      ListCreateAccountStatus: ({ States }) => ({
        CreateAccountStatuses: [{ Id: 'car-1', State: States[0] }],
      }),
    });
    expect(await accounts.readTags('1')).toEqual({ a: '1', b: '' });
    expect(await accounts.listCreations()).toMatchObject([
      { id: 'car-1', state: 'IN_PROGRESS' },
    ]);
  });

  it('names the role that administers the account only if it is told one', async () => {
    answer({
      CreateAccount: () => ({
        CreateAccountStatus: { Id: 'car-1', State: 'IN_PROGRESS' },
      }),
    });
    const account = { name: 'a', email: 'a@x.test', tags: { k: 'v' } };
    await accounts.createAccount(account);
    await accounts.createAccount({ ...account, roleName: 'admin' });
    expect(server.requests.map(({ body }) => JSON.parse(body))).toEqual([
      {
        AccountName: 'a',
        Email: 'a@x.test',
        Tags: [{ Key: 'k', Value: 'v' }],
      },
      expect.objectContaining({ RoleName: 'admin' }),
    ]);
  });

  it('says what AWS did not say', async () => {
    answer({ ListParents: () => ({}), DescribeOrganization: () => ({}) });
    await expect(accounts.readParent('1')).rejects.toThrow(
      'AWS Organizations did not say the parent of account 1',
    );
    await expect(accounts.describeOrganization()).rejects.toThrow(
      "did not say the organisation's id",
    );
  });

  it('stops when it is canceled', async () => {
    const controller = new AbortController();
    answer({
      ListAccounts: () => {
        controller.abort();
        return { Accounts: [], NextToken: 'more' };
      },
    });
    await expect(
      accounts.findAccount('a@x.test', { signal: controller.signal }),
    ).rejects.toThrow();
    expect(server.requests).toHaveLength(1);
  });
});
