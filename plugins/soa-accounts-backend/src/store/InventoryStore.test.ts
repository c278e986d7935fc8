import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Account, Workspace } from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import { InventoryStore } from './InventoryStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const account = (id: string, name = id): Account => ({
  id,
  name,
  arn: `arn:${id}`,
  state: 'ACTIVE',
  organizationId: 'o-1',
  parentId: 'r-1',
  organizationalUnitPath: '',
  runtimes: [],
  regions: [],
  entityRef: `resource:default/${id}`,
});

const reading = (id: string, overrides: Partial<Workspace> = {}) => ({
  version: '1',
  outputs: [{ name: 'arn', sensitive: false, value: 'arn:1' }],
  workspace: {
    id,
    name: id,
    organization: 'acme',
    url: 'https://tfc.test',
    roles: {},
    entityRef: `resource:default/${id}`,
    ...overrides,
  },
});

const ids = (items: Array<{ id: string }>) => items.map(({ id }) => id).sort();

/** The statements other than reads that something sends. */
async function writesOf(knex: Knex, act: () => Promise<void>) {
  const writes: string[] = [];
  const listen = ({ sql }: { sql: string }) => {
    if (/^(insert|update|delete)/i.test(sql)) {
      writes.push(sql);
    }
  };
  knex.on('query', listen);
  await act();
  knex.off('query', listen);
  return writes;
}

describe.each(databases.eachSupportedId())(
  'InventoryStore on %s',
  databaseId => {
    let knex: Knex;
    let store: InventoryStore;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      store = await InventoryStore.create(
        mockServices.database({ knex, migrations: { skip: false } }),
      );
    });

    it('puts a reading in the place of the one before, of its source only', async () => {
      await store.replaceOrganization('a', {
        units: [],
        accounts: [account('1'), account('2')],
      });
      await store.replaceOrganization('b', {
        units: [],
        accounts: [account('3')],
      });
      await store.replaceOrganization('a', {
        units: [],
        accounts: [account('2', 'renamed'), account('4')],
      });
      const accounts = await store.listAccounts();
      expect(ids(accounts)).toEqual(['2', '3', '4']);
      expect(accounts.find(({ id }) => id === '2')?.name).toBe('renamed');
    });

    it('writes nothing when nothing has changed', async () => {
      const write = async () => {
        await store.replaceOrganization('a', {
          units: [],
          accounts: [account('1'), account('2')],
        });
        await store.replaceWorkspaces('t', [reading('ws-1'), reading('ws-2')]);
      };
      expect(await writesOf(knex, write)).not.toEqual([]);
      expect(await writesOf(knex, write)).toEqual([]);
    });

    it('takes more rows than a statement takes parameters', async () => {
      const accounts = Array.from({ length: 12_000 }, (_, index) =>
        account(String(index).padStart(12, '0')),
      );
      await store.replaceOrganization('a', { units: [], accounts });
      expect(await store.listAccounts()).toHaveLength(12_000);
      await store.replaceOrganization('a', {
        units: [],
        accounts: accounts.slice(0, 1),
      });
      expect(await store.listAccounts()).toHaveLength(1);
    });

    it('changes nothing where a part of it cannot be written', async () => {
      await store.replaceOrganization('a', {
        units: [],
        accounts: [account('1')],
      });
      const unit = { id: 'r-1', name: 'Root', arn: 'arn:r-1', path: '' };
      await knex.schema.renameTable('soa_accounts', 'soa_accounts_away');
      await expect(
        store.replaceOrganization('a', {
          units: [{ ...unit, organizationId: 'o-1' }],
          accounts: [account('3')],
        }),
      ).rejects.toMatchObject({
        message: expect.stringContaining('soa_accounts'),
      });
      await knex.schema.renameTable('soa_accounts_away', 'soa_accounts');
      expect(await store.listUnits()).toEqual([]);
      expect(ids(await store.listAccounts())).toEqual(['1']);
    });

    it('moves an account from one organisation to another', async () => {
      await store.replaceOrganization('a', {
        units: [],
        accounts: [account('1')],
      });
      await store.replaceOrganization('b', {
        units: [],
        accounts: [account('1')],
      });
      await store.replaceOrganization('a', { units: [], accounts: [] });
      expect(ids(await store.listAccounts())).toEqual(['1']);
    });

    it('narrows workspaces, with those that name no placement if asked to', async () => {
      const orders = 'component:default/orders';
      await store.replaceWorkspaces('t', [
        reading('ws-1', { componentRef: orders }),
        reading('ws-2', { componentRef: 'component:default/cart' }),
        reading('ws-3'),
      ]);
      const list = async (orUntagged?: boolean) =>
        ids(await store.listWorkspaces({ componentRef: orders, orUntagged }));
      expect(await list()).toEqual(['ws-1']);
      expect(await list(true)).toEqual(['ws-1', 'ws-3']);
    });

    it('remembers how each source was last read', async () => {
      const at = new Date('2026-01-01T00:00:00Z');
      await store.recordFailure('a', at, 'down');
      expect(await store.hasRead(['a'])).toBe(false);
      await store.recordRead('a', at, ['tags of 1']);
      await store.recordFailure('a', new Date('2026-01-02T00:00:00Z'), 'down');
      expect(await store.hasRead(['a'])).toBe(true);
      expect(await store.hasRead(['a', 'b'])).toBe(false);
      expect(await knex('soa_sources')).toEqual([
        {
          id: 'a',
          read_at: '2026-01-01T00:00:00.000Z',
          warnings: '["tags of 1"]',
          failed_at: '2026-01-02T00:00:00.000Z',
          error: 'down',
        },
      ]);
    });

    it('forgets what came from sources that are no longer configured', async () => {
      await store.replaceOrganization('a', {
        units: [],
        accounts: [account('1')],
      });
      await store.replaceWorkspaces('t', [reading('ws-1')]);
      await store.forgetAllBut(['t']);
      expect(await store.listAccounts()).toEqual([]);
      expect(ids(await store.listWorkspaces())).toEqual(['ws-1']);
    });

    it('can be migrated down and up again', async () => {
      const directory = resolvePackagePath(
        '@backstage-soa/plugin-soa-accounts-backend',
        'migrations',
      );
      await knex.migrate.rollback({ directory }, true);
      expect(await knex.schema.hasTable('soa_accounts')).toBe(false);
      await knex.migrate.latest({ directory });
      expect(await knex.schema.hasTable('soa_accounts')).toBe(true);
    });
  },
);
