import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  DescribeOrganizationCommand,
  ListAccountsCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-organizations';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import { FakeHcpTerraform } from '../__testUtils__/FakeHcpTerraform';
import { FakeOrganizations } from '../__testUtils__/FakeOrganizations';
import { InventoryStore } from '../store';
import { InventoryRefresh } from './InventoryRefresh';
import { readInventorySettings } from './InventorySettings';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const MANAGEMENT = '100000000001';
const SOURCE = `aws-organizations:${MANAGEMENT}`;

jest.setTimeout(120_000);

describe.each(databases.eachSupportedId())(
  'an organisation that is read while things go wrong, on %s',
  databaseId => {
    const logger = mockServices.logger.mock();
    let aws: FakeOrganizations;
    let store: InventoryStore;
    /** Comes before each request that is made. */
    let before: (command: object) => void;

    const replica = () => {
      const refuse = () => Promise.reject(new Error('not asked for'));
      const client = aws.client();
      const watched = {
        ...client,
        send: async (command: never) => {
          before(command);
          return client.send(command);
        },
      } as unknown as OrganizationsClient;
      const [source] = new InventoryRefresh({
        settings: readInventorySettings(
          mockServices.rootConfig({
            data: {
              soa: { aws: { organizations: [{ accountId: MANAGEMENT }] } },
            },
          }),
        ),
        logger,
        awsClients: {
          organizations: async () => watched,
          cloudTrail: async () => aws.cloudTrail(),
          cloudWatch: refuse,
          ec2: refuse,
          ssm: refuse,
        },
        hcpTerraform: new FakeHcpTerraform(),
        store,
        isStopping: () => false,
        now: () => new Date('2026-01-01T00:00:00Z'),
      }).sources();
      return source;
    };
    const isPage = (command: object, number: number) =>
      command instanceof ListAccountsCommand &&
      command.input.NextToken === String(number);
    const stateOf = async () => {
      const accounts = await store.listAccounts();
      return Object.fromEntries(
        accounts.map(({ id, state }) => [id.slice(-1), state]),
      );
    };
    const error = async () => {
      const states = await store.sources.list();
      return states.find(({ id }) => id === SOURCE)?.failedAt;
    };

    beforeEach(async () => {
      jest.clearAllMocks();
      before = () => {};
      aws = new FakeOrganizations();
      aws.accounts = ['1', '2', '3', '4'].map(digit => ({
        Id: `11112222333${digit}`,
        State: 'ACTIVE',
        parent: 'ou-p',
        tags: { 'soa:environment': 'prod' },
      }));
      store = await InventoryStore.create(
        mockServices.database({
          knex: await databases.init(databaseId),
          migrations: { skip: false },
        }),
      );
    });

    const ACTIVE = { 1: 'ACTIVE', 2: 'ACTIVE', 3: 'ACTIVE', 4: 'ACTIVE' };

    it('keeps all of it where a page fails half way', async () => {
      const one = replica();
      await one.refresh();
      aws.accounts.shift();
      before = command => {
        if (isPage(command, 2)) {
          throw new Error('connection lost');
        }
      };
      await one.refresh();
      expect(await stateOf()).toEqual(ACTIVE);
      expect(await error()).toBeDefined();
      before = () => {};
      await one.refresh();
      expect(await stateOf()).toEqual({
        2: 'ACTIVE',
        3: 'ACTIVE',
        4: 'ACTIVE',
      });
      expect(await error()).toBeUndefined();
    });

    it('goes on from what it has where the credentials end for good', async () => {
      let tags = 0;
      before = command => {
        if (command instanceof ListTagsForResourceCommand) {
          tags += 1;
          if (tags > 4) {
            throw Object.assign(new Error('ended'), {
              name: 'ExpiredTokenException',
            });
          }
        }
      };
      const one = replica();
      await one.refresh();
      before = () => {};
      await one.refresh();
      expect(await stateOf()).toEqual(ACTIVE);
      const accounts = await store.listAccounts();
      expect(accounts.map(({ environment }) => environment)).toEqual(
        Array(4).fill('prod'),
      );
    });

    it('marks an account that is closed between two pages', async () => {
      const one = replica();
      await one.refresh();
      before = command => {
        if (isPage(command, 1)) {
          aws.accounts[2].State = 'SUSPENDED';
        }
      };
      await one.refresh();
      expect(await stateOf()).toEqual({ ...ACTIVE, 3: 'SUSPENDED' });
    });

    it('removes nothing of an account that is gone by the time its tags are read', async () => {
      aws.failures.set(
        'ListTagsForResource 111122223332',
        Object.assign(new Error('gone'), { name: 'TargetNotFoundException' }),
      );
      await replica().refresh();
      expect(await stateOf()).toEqual(ACTIVE);
      expect(await store.sources.warningsOf(SOURCE)).toHaveLength(1);
    });

    it('comes to the same where two replicas read at once', async () => {
      aws.accounts = Array.from({ length: 250 }, (_, index) => ({
        Id: String(111_122_223_000 + index),
        State: 'ACTIVE',
        parent: index % 2 ? 'ou-p' : 'ou-w',
      }));
      const [one, other] = [replica(), replica()];
      await Promise.all([one.refresh(), other.refresh()]);
      aws.accounts.splice(10, 2);
      aws.accounts.reverse();
      await Promise.all([one.refresh(), other.refresh()]);
      const ids = (await store.listAccounts()).map(({ id }) => id);
      expect(ids.sort()).toEqual(aws.accounts.map(({ Id }) => Id).sort());
      expect(logger.error).not.toHaveBeenCalled();
      aws.calls = [];
      await one.refresh();
      expect(aws.calls).not.toContain('ListTagsForResource');
    });

    it('begins anew where the organisation cannot even be named', async () => {
      before = command => {
        if (command instanceof DescribeOrganizationCommand) {
          throw new Error('down');
        }
      };
      await replica().refresh();
      expect(await stateOf()).toEqual({});
      before = () => {};
      await replica().refresh();
      expect(await stateOf()).toEqual(ACTIVE);
    });
  },
);
