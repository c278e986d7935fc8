import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Account, Workspace } from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import type { KeptTags } from '../organization';
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
  versions: { variables: '1', outputs: '1' },
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

    const save = (source: string, ...accounts: Account[]) =>
      store.saveOrganization(source, { units: [], accounts, tags: new Map() });
    const remove = (source: string, ...accountIds: string[]) =>
      store.removeFromOrganization(source, { unitIds: [], accountIds });
    const versionOf = async (source: string) =>
      (await store.sources.list()).find(({ id }) => id === source)?.version;

    it('adds, changes and removes what is of a source', async () => {
      await save('a', account('1'), account('2'));
      await save('b', account('3'));
      await save('a', account('2', 'renamed'), account('4'));
      await remove('a', '1', '3');
      const accounts = await store.listAccounts();
      expect(ids(accounts)).toEqual(['2', '3', '4']);
      expect(accounts.find(({ id }) => id === '2')?.name).toBe('renamed');
      const { accountIds, unitIds } = await store.idsOf('a');
      expect(accountIds.sort()).toEqual(['2', '4']);
      expect(unitIds).toEqual([]);
    });

    it('writes nothing when nothing has changed', async () => {
      const write = async () => {
        await save('a', account('1'), account('2'));
        await store.saveWorkspaces('t', [reading('ws-1'), reading('ws-2')]);
        await remove('a', '7');
      };
      expect(await writesOf(knex, write)).not.toEqual([]);
      const writes = await writesOf(knex, write);
      expect(writes.filter(sql => !sql.startsWith('delete'))).toEqual([]);
    });

    it('says that something has changed, and where', async () => {
      await save('a', account('1'));
      await store.saveWorkspaces('t', [reading('ws-1')]);
      let before = await versionOf('a');
      const workspaces = await versionOf('t');
      const hasChanged = async (change: () => Promise<void>) => {
        await change();
        const after = await versionOf('a');
        const changed = after !== before;
        before = after;
        return changed;
      };
      const at = new Date('2026-01-01T00:00:00Z');
      expect(await hasChanged(() => save('a', account('1')))).toBe(false);
      expect(
        await hasChanged(() => store.sources.recordRead('a', at, [])),
      ).toBe(false);
      expect(await hasChanged(() => remove('a', '2'))).toBe(false);
      expect(await hasChanged(() => save('a', account('1', 'x')))).toBe(true);
      expect(await hasChanged(() => remove('a', '1'))).toBe(true);
      expect(await versionOf('t')).toBe(workspaces);
    });

    it('takes more rows than a statement takes parameters', async () => {
      const accounts = Array.from({ length: 12_000 }, (_, index) =>
        account(String(index).padStart(12, '0')),
      );
      await save('a', ...accounts);
      expect(await store.listAccounts()).toHaveLength(12_000);
      await remove('a', ...accounts.slice(1).map(({ id }) => id));
      expect(await store.listAccounts()).toHaveLength(1);
    });

    it('changes nothing where a part of it cannot be written', async () => {
      await save('a', account('1'));
      const unit = { id: 'r-1', name: 'Root', arn: 'arn:r-1', path: '' };
      await knex.schema.renameTable('soa_accounts', 'soa_accounts_away');
      await expect(
        store.saveOrganization('a', {
          units: [{ ...unit, organizationId: 'o-1' }],
          accounts: [account('3')],
          tags: new Map(),
        }),
      ).rejects.toMatchObject({
        message: expect.stringContaining('soa_accounts'),
      });
      await knex.schema.renameTable('soa_accounts_away', 'soa_accounts');
      expect(await store.listUnits()).toEqual([]);
      expect(ids(await store.listAccounts())).toEqual(['1']);
    });

    it('moves an account from one organisation to another', async () => {
      await save('a', account('1'));
      await save('b', account('1'));
      await remove('a', '1');
      expect(ids(await store.listAccounts())).toEqual(['1']);
    });

    it('adds, changes and removes workspaces, with their outputs', async () => {
      await store.saveWorkspaces('t', [reading('ws-1'), reading('ws-2')]);
      await store.saveWorkspaces('t', [
        reading('ws-2', { name: 'renamed' }),
        reading('ws-3'),
      ]);
      await store.removeWorkspaces('t', ['ws-1']);
      const known = await store.workspaceReadings('t');
      expect([...known.keys()].sort()).toEqual(['ws-2', 'ws-3']);
      expect(known.get('ws-2')).toEqual(reading('ws-2', { name: 'renamed' }));
      expect([...(await store.outputsOf(['ws-2', 'ws-9']))]).toEqual([
        ['ws-2', reading('ws-2').outputs],
      ]);
    });

    it('remembers how each source was last read', async () => {
      const at = new Date('2026-01-01T00:00:00Z');
      await store.sources.recordFailure('a', at, 'down');
      expect(await store.sources.hasRead(['a'])).toBe(false);
      await store.sources.recordRead('a', at, ['tags of 1']);
      await store.sources.recordFailure(
        'a',
        new Date('2026-01-02T00:00:00Z'),
        'down',
      );
      expect(await store.sources.hasRead(['a'])).toBe(true);
      expect(await store.sources.hasRead(['a', 'b'])).toBe(false);
      expect(await knex('soa_sources')).toEqual([
        {
          id: 'a',
          version: '',
          read_at: '2026-01-01T00:00:00.000Z',
          warnings: '["tags of 1"]',
          failed_at: '2026-01-02T00:00:00.000Z',
          error: 'down',
          changes_until: null,
          matched_rules: null,
        },
      ]);
    });

    it('remembers what rules held, and up to when changes were asked for', async () => {
      const at = new Date('2026-01-01T00:00:00Z');
      const { sources } = store;
      await sources.recordRead('a', at, [], {
        rules: ['r0'],
        changesUntil: at.toISOString(),
      });
      expect(await sources.matchedRules(['a', 'b'])).toBeUndefined();
      await sources.recordRead('b', at, [], { rules: ['r2'] });
      await sources.recordRead('a', at, [], { rules: ['r1'] });
      expect(await sources.matchedRules(['a', 'b'])).toEqual(
        new Set(['r1', 'r2']),
      );
      expect(await sources.changesUntil('a')).toBe(at.toISOString());
      expect(await sources.changesUntil('b')).toBeUndefined();
    });

    it('keeps tags with their accounts, and forgets them with these', async () => {
      const tags = new Map<string, KeptTags>([
        ['1', { tags: { a: 'b' }, readAt: 'r', changedAt: 'c' }],
        ['2', { tags: {} }],
      ]);
      const accounts = [account('1'), account('2')];
      await store.saveOrganization('a', { units: [], accounts, tags });
      expect(await store.hasKeptTags('a')).toBe(true);
      expect(await store.keptTags('a', ['1', '2', '3'])).toEqual(tags);
      expect(await store.keptTags('b', ['1'])).toEqual(new Map());
      await remove('a', '1');
      expect([...(await store.keptTags('a', ['1', '2'])).keys()]).toEqual([
        '2',
      ]);
      await store.forgetAllBut([]);
      expect(await store.hasKeptTags('a')).toBe(false);
    });

    it('lets no whole read put back what AWS has told of since it began', async () => {
      const part = (name: string) => ({
        units: [],
        accounts: [account('1', name), account('2', name)],
        tags: new Map([['1', { tags: { name } }]]),
      });
      await store.saveOrganization('a', part('old'));
      await store.saveOrganization(
        'a',
        { ...part('told'), accounts: [account('1', 'told')] },
        { toldAt: new Date('2026-01-01T00:10:00Z') },
      );
      const readBegunAt = async (time: string) => {
        const beganAt = new Date(time);
        await store.saveOrganization('a', part('read'), { beganAt });
        const { tags } = (await store.keptTags('a', ['1'])).get('1')!;
        const names = (await store.listAccounts()).map(({ name }) => name);
        return [tags.name, ...names.sort()];
      };
      expect(await readBegunAt('2026-01-01T00:05:00Z')).toEqual([
        'told',
        'read',
        'told',
      ]);
      expect(await readBegunAt('2026-01-01T00:20:00Z')).toEqual([
        'read',
        'read',
        'read',
      ]);
    });

    it('tells of each change once it is written', async () => {
      const changes: string[] = [];
      const told = await InventoryStore.create(
        mockServices.database({ knex, migrations: { skip: true } }),
        source => changes.push(source),
      );
      const accounts = [account('1')];
      await told.saveOrganization('a', {
        units: [],
        accounts,
        tags: new Map(),
      });
      await told.saveOrganization('a', {
        units: [],
        accounts,
        tags: new Map(),
      });
      await told.saveWorkspaces('t', [reading('ws-1')]);
      expect(changes).toEqual(['a', 't']);
    });

    it('is complete with a source that fails from its first read on', async () => {
      const at = new Date('2026-01-01T00:00:00Z');
      const isComplete = () => store.sources.isComplete(['a', 'b']);
      expect(await store.sources.isComplete([])).toBe(true);
      expect(await isComplete()).toBe(false);
      await store.sources.recordFailure('b', at, 'no role');
      expect(await isComplete()).toBe(false);
      await store.sources.recordFailure('a', at, 'no role');
      expect(await isComplete()).toBe(false);
      await store.sources.recordRead('a', at, []);
      expect(await isComplete()).toBe(true);
      expect(await store.sources.isComplete(['a', 'c'])).toBe(false);
    });

    it('forgets what came from sources that are no longer configured', async () => {
      await save('a', account('1'));
      await store.saveWorkspaces('t', [reading('ws-1')]);
      await store.forgetAllBut(['t']);
      expect(await store.listAccounts()).toEqual([]);
      expect(ids(await store.listWorkspaces())).toEqual(['ws-1']);
      expect((await store.sources.list()).map(({ id }) => id)).toEqual(['t']);
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
