import { TestDatabases } from '@backstage/backend-test-utils';
import { checkRollouts } from './checkRollouts';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('a rollout, whatever happens, thoroughly', () => {
  it('keeps its promises, and ends', async () => {
    const knex = await databases.init('SQLITE_3');
    await checkRollouts(knex, {
      numRuns: 300,
      maxCommands: 80,
      seed: Number(process.env.SOA_SEED ?? 1),
    });
  }, 600_000);
});
