import { EC2Client } from '@aws-sdk/client-ec2';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Account } from '@backstage-soa/plugin-soa-common';
import { migrated, TestClock } from '../../reservations/__testUtils__/migrated';
import { VpcReader } from './VpcReader';
import { VpcSeeder } from './VpcSeeder';
import { VpcStore } from './VpcStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const accountOf = (id: string, regions: string[], state = 'ACTIVE') =>
  ({ id, regions, state } as Account);

describe.each(databases.eachSupportedId())('VpcSeeder on %s', databaseId => {
  async function set() {
    const knex = await migrated(await databases.init(databaseId));
    const clock = new TestClock();
    const store = new VpcStore(knex);
    const logger = mockServices.logger.mock();
    const vpcs = new Map<string, Array<string[] | Error>>();
    const asked: string[] = [];
    const aws = {
      ec2: async (place: { accountId: string; region: string }) => {
        const key = `${place.accountId}/${place.region}`;
        asked.push(key);
        const client = new EC2Client({ region: place.region });
        let at = 0;
        jest.spyOn(client, 'send').mockImplementation(async () => {
          const pages = vpcs.get(key) ?? [[]];
          const page = pages[at];
          at += 1;
          if (page instanceof Error) {
            throw page;
          }
          return {
            Vpcs: page.map((CidrBlock, index) => ({
              VpcId: `vpc-${at}-${index}`,
              OwnerId: place.accountId,
              CidrBlock,
            })),
            NextToken: at < pages.length ? String(at) : undefined,
          } as never;
        });
        return client;
      },
    };
    const accounts = [
      accountOf('111122223333', ['us-east-1', 'eu-west-1']),
      accountOf('444455556666', ['us-east-1'], 'SUSPENDED'),
    ];
    let isComplete = true;
    const reader = new VpcReader({ store, aws, logger, now: clock.now });
    const seeder = new VpcSeeder({
      store,
      reader,
      logger,
      auth: mockServices.auth(),
      accounts: {
        listAccounts: async () => ({ items: accounts }),
        readCompleteness: async () => ({
          organization: isComplete,
          workspaces: true,
        }),
      },
    });
    const known = async () =>
      (await knex('soa_vpc_ranges').orderBy(['account', 'region', 'cidr'])).map(
        ({ account, region, cidr }) => `${account} ${region} ${cidr}`,
      );
    return {
      knex,
      clock,
      store,
      vpcs,
      asked,
      accounts,
      reader,
      seeder,
      logger,
      known,
      setComplete: (to: boolean) => {
        isComplete = to;
      },
    };
  }

  it('reads every Region of every active account', async () => {
    const { seeder, vpcs, asked, known } = await set();
    vpcs.set('111122223333/us-east-1', [['10.1.0.0/16'], ['10.2.0.0/16']]);
    vpcs.set('111122223333/eu-west-1', [['10.3.0.0/16', 'no range']]);
    await seeder.run();
    expect(asked.sort()).toEqual([
      '111122223333/eu-west-1',
      '111122223333/us-east-1',
    ]);
    expect(await known()).toEqual([
      '111122223333 eu-west-1 10.3.0.0/16',
      '111122223333 us-east-1 10.1.0.0/16',
      '111122223333 us-east-1 10.2.0.0/16',
    ]);
  });

  it('takes away what is gone, but only after a whole reading', async () => {
    const { seeder, vpcs, known, store, logger, clock } = await set();
    const place = { account: '111122223333', region: 'us-east-1' };
    vpcs.set('111122223333/us-east-1', [['10.1.0.0/16'], ['10.2.0.0/16']]);
    await seeder.run();
    const { readAt } = (await store.reading(place))!;
    clock.pass(60);
    vpcs.set('111122223333/us-east-1', [
      ['10.1.0.0/16'],
      new Error('UnauthorizedOperation'),
    ]);
    await seeder.run();
    expect(await known()).toHaveLength(2);
    expect(await store.reading(place)).toMatchObject({
      readAt,
      error: expect.stringContaining('UnauthorizedOperation'),
    });
    expect(logger.warn.mock.calls[0][0]).toMatch(
      /^The VPCs of 111122223333 in us-east-1 could not be read: .*Unauthorized/,
    );
    vpcs.set('111122223333/us-east-1', [['10.1.0.0/16']]);
    await seeder.run();
    expect(await known()).toEqual(['111122223333 us-east-1 10.1.0.0/16']);
    expect((await store.reading(place))!.error).toBeUndefined();
  });

  it('forgets accounts that are gone, once all of the inventory is there', async () => {
    const { seeder, vpcs, known, accounts, setComplete } = await set();
    vpcs.set('111122223333/us-east-1', [['10.1.0.0/16']]);
    await seeder.run();
    accounts[0] = accountOf('777788889999', []);
    setComplete(false);
    await seeder.run();
    expect(await known()).toHaveLength(1);
    setComplete(true);
    await seeder.run();
    expect(await known()).toEqual([]);
  });

  it('reads on where somebody has asked for a range, too', async () => {
    const { seeder, reader, vpcs, known } = await set();
    await reader.ensureRead({ account: '111122223333', region: 'sa-east-1' });
    vpcs.set('111122223333/sa-east-1', [['10.7.0.0/16']]);
    await seeder.run();
    expect(await known()).toEqual(['111122223333 sa-east-1 10.7.0.0/16']);
  });

  it('lets nobody have a range where it could never read', async () => {
    const { reader, vpcs, asked } = await set();
    const place = { account: '111122223333', region: 'us-east-1' };
    vpcs.set('111122223333/us-east-1', [new Error('AccessDenied')]);
    await expect(reader.ensureRead(place)).rejects.toThrow(
      /^account: which VPCs are in 111122223333, us-east-1 cannot be read.*ec2:DescribeVpcs, then try again.*AccessDenied/,
    );
    vpcs.delete('111122223333/us-east-1');
    await Promise.all([reader.ensureRead(place), reader.ensureRead(place)]);
    await reader.ensureRead(place);
    expect(asked).toHaveLength(2);
    // What was read once is known, also while it cannot be read again.
    vpcs.set('111122223333/us-east-1', [new Error('AccessDenied')]);
    await reader.read(place);
    await expect(reader.ensureRead(place)).resolves.toBeUndefined();
  });
});
