import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { SecretFingerprints, secretId } from './SecretFingerprints';

const KEY = '0123456789abcdef0123456789abcdef';
const identity = { workspaceId: 'ws-1', category: 'env', key: 'PASSWORD' };

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'SecretFingerprints on %s',
  databaseId => {
    it('remembers whether a value has changed, and not what it is', async () => {
      const knex = await databases.init(databaseId);
      const database = mockServices.database.mock({
        getClient: async () => knex,
      });
      // The scaffolder's own migrations are in the same database.
      await knex.schema.createTable('knex_migrations', table => {
        table.increments();
        table.string('name');
        table.integer('batch');
        table.timestamp('migration_time');
      });
      await knex('knex_migrations').insert({ name: 'scaffolder.js', batch: 1 });

      const fingerprints = await SecretFingerprints.create(database, KEY);
      await SecretFingerprints.create(database, KEY);
      const fingerprint = fingerprints.of(identity, 'hush');
      expect(fingerprint).not.toContain('hush');
      await fingerprints.save(identity, { fingerprint: 'old' });
      await fingerprints.save(identity, { fingerprint, versionId: 'v2' });
      await fingerprints.save(
        { ...identity, workspaceId: 'ws-2' },
        { fingerprint },
      );

      expect(await fingerprints.read(['ws-1', 'ws-3'])).toEqual(
        new Map([[secretId(identity), { fingerprint, versionId: 'v2' }]]),
      );
      expect(await knex('knex_migrations').select('name')).toEqual([
        { name: 'scaffolder.js' },
      ]);
      expect(
        JSON.stringify(await knex('soa_secret_fingerprints')),
      ).not.toContain('hush');
    });

    it('depends on the key, and on where the value is', async () => {
      const knex = await databases.init(databaseId);
      const database = mockServices.database.mock({
        getClient: async () => knex,
      });
      const one = await SecretFingerprints.create(database, KEY);
      const other = await SecretFingerprints.create(database, `${KEY}x`);
      const all = [
        one.of(identity, 'hush'),
        other.of(identity, 'hush'),
        one.of({ ...identity, workspaceId: 'ws-2' }, 'hush'),
        one.of({ ...identity, key: 'TOKEN' }, 'hush'),
        one.of(identity, 'hush!'),
      ];
      expect(new Set(all).size).toBe(5);
    });
  },
);
