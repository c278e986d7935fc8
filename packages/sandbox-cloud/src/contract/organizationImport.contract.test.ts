import {
  CreateAccountCommand,
  DescribeCreateAccountStatusCommand,
  MoveAccountCommand,
  TagResourceCommand,
} from '@aws-sdk/client-organizations';
import type { OrganizationsClient, Tag } from '@aws-sdk/client-organizations';
import { mockServices } from '@backstage/backend-test-utils';
import { awsClientsFrom } from './__testUtils__/clients';
import { onMoto } from './__testUtils__/onMoto';
import { onSandbox } from './__testUtils__/onSandbox';
import type { OrganizationTarget } from './__testUtils__/organizationTarget';
import { RecordingProxy } from './__testUtils__/RecordingProxy';
import { startInventory } from './__testUtils__/startInventory';

const moto = process.env.SOA_MOTO_ENDPOINT;
const ACCOUNTS = 300;
// AWS makes no more at a time.
const AT_ONCE = 5;

jest.setTimeout(300_000);

/** What the inventory makes of an organisation, on whatever server. */
function contract(build: () => Promise<OrganizationTarget>) {
  let target: OrganizationTarget;
  let client: OrganizationsClient;
  let proxy: RecordingProxy;
  let inventory: Awaited<ReturnType<typeof startInventory>>;

  const make = async (AccountName: string, email: string, Tags: Tag[] = []) => {
    const { CreateAccountStatus: begun } = await client.send(
      new CreateAccountCommand({
        AccountName,
        Email: `aws+${email}@acme.example`,
        Tags,
      }),
    );
    if (begun?.AccountId) {
      return begun.AccountId;
    }
    target.pass(60_000);
    const { CreateAccountStatus: made } = await client.send(
      new DescribeCreateAccountStatusCommand({
        CreateAccountRequestId: begun!.Id,
      }),
    );
    return made!.AccountId!;
  };
  const move = (AccountId: string) =>
    client.send(
      new MoveAccountCommand({
        AccountId,
        SourceParentId: target.root.id,
        DestinationParentId: target.nested.id,
      }),
    );
  const callsOf = async (act: () => Promise<void>) => {
    const from = proxy.exchanges.length;
    await act();
    return proxy.exchanges
      .slice(from)
      .map(({ headers }) => String(headers['x-amz-target']).split('.').at(-1));
  };
  const named = async (name: string) =>
    (await inventory.accounts()).filter(account => account.name === name);

  beforeAll(async () => {
    target = await build();
    // moto does not know LookupEvents: as if it were not allowed.
    proxy = await RecordingProxy.before(target.endpoint, headers =>
      target.endpoint === moto &&
      String(headers['x-amz-target']).endsWith('LookupEvents')
        ? 'AccessDeniedException'
        : undefined,
    );
    const clients = await awsClientsFrom(
      mockServices.rootConfig({
        data: {
          aws: {
            mainAccount: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
            accountDefaults: { roleName: 'soa-vending' },
          },
          soa: { aws: { endpoint: target.endpoint } },
        },
      }),
    );
    client = await clients.organizations({
      accountId: target.managementAccount,
    });
    const makeOne = async (index: number) => {
      const id = await make(`made-${index}`, `made-${index}`, [
        { Key: 'soa:environment', Value: index % 2 ? 'qa' : 'dev' },
        { Key: 'team', Value: `team-${index}` },
      ]);
      if (index % 3 === 0) {
        await move(id);
      }
    };
    const waiting = Array.from(
      { length: ACCOUNTS - 2 - target.accounts },
      (_, index) => target.accounts + index,
    );
    while (waiting.length > 0) {
      await Promise.all(waiting.splice(0, AT_ONCE).map(makeOne));
    }
    await make('twin', 'twin-one');
    await make('twin', 'twin-two');
    inventory = await startInventory({
      endpoint: proxy.url,
      managementAccount: target.managementAccount,
      accounts: {
        rules: [
          {
            when: {
              organizationalUnit: target.nested.path.join('/'),
              tags: [{ key: 'team', value: 'team-*' }],
            },
            set: { owner: 'team-made' },
          },
        ],
      },
    });
  });

  afterAll(async () => {
    await inventory?.stop();
    await proxy?.stop();
    await target?.stop();
  });

  it('takes every account in, where it is and with what its tags say', async () => {
    const accounts = await inventory.accounts();
    expect(accounts).toHaveLength(ACCOUNTS);
    expect(new Set(accounts.map(({ id }) => id)).size).toBe(ACCOUNTS);
    const path = target.nested.path.join('/');
    const made = accounts.filter(({ name }) => name.startsWith('made-'));
    expect(made.length).toBeGreaterThan(250);
    for (const account of made) {
      const index = Number(account.name.slice('made-'.length));
      const isMoved = index % 3 === 0;
      expect(account).toMatchObject({
        environment: index % 2 ? 'qa' : 'dev',
        parentId: isMoved ? target.nested.id : target.root.id,
        organizationalUnitPath: isMoved ? path : '',
        state: 'ACTIVE',
      });
      expect(account.owner).toBe(
        isMoved ? 'group:default/team-made' : undefined,
      );
    }
    const units = await inventory.units();
    expect(units.find(({ id }) => id === target.nested.id)?.path).toBe(path);
  });

  it('keeps a closed account, marked, and both of two with one name', async () => {
    expect(await named(target.closed)).toEqual([
      expect.objectContaining({ state: 'SUSPENDED' }),
    ]);
    expect(await named('twin')).toHaveLength(2);
  });

  it('asks for no tags again, and changes nothing, where nothing has changed', async () => {
    const before = await inventory.accounts();
    const calls = await callsOf(() => inventory.read());
    expect(calls).toContain('ListAccounts');
    expect(calls).not.toContain('ListTagsForResource');
    expect(await inventory.accounts()).toEqual(before);
    const warned = inventory.logger.warn.mock.calls.map(([text]) => text);
    expect(
      warned.filter(text => !text.includes('in the CloudTrail of account')),
    ).toEqual([]);
    expect(warned).toHaveLength(target.endpoint === moto ? 1 : 0);
  });

  it('follows a move and a tag that it is told of, by three requests each', async () => {
    const [{ id }] = await named('twin');
    await move(id);
    const calls = await callsOf(() =>
      inventory.tell('MoveAccount', { accountId: id }),
    );
    expect(calls).toEqual([
      'DescribeAccount',
      'ListParents',
      'ListTagsForResource',
    ]);
    await client.send(
      new TagResourceCommand({
        ResourceId: id,
        Tags: [{ Key: 'soa:environment', Value: 'prod' }],
      }),
    );
    await inventory.tell('TagResource', { resourceId: id });
    const account = (await named('twin')).find(one => one.id === id);
    expect(account).toMatchObject({
      environment: 'prod',
      parentId: target.nested.id,
      organizationalUnitPath: target.nested.path.join('/'),
    });
  });

  it('takes a new account in that it is not told of, with the next read', async () => {
    const id = await make('late', 'late', [
      { Key: 'soa:environment', Value: 'qa' },
    ]);
    const calls = await callsOf(() => inventory.read());
    expect(calls.filter(call => call === 'ListTagsForResource')).toHaveLength(
      1,
    );
    expect(await named('late')).toEqual([
      expect.objectContaining({ id, environment: 'qa' }),
    ]);
  });
}

describe('The import of an organisation from the sandbox cloud', () => {
  contract(onSandbox);
});

(moto ? describe : describe.skip)(
  'The import of an organisation from moto (needs SOA_MOTO_ENDPOINT)',
  () => {
    contract(() => onMoto(moto!));
  },
);
