import { TestDatabases } from '@backstage/backend-test-utils';
import { checkRollouts } from './checkRollouts';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('a rollout, whatever happens', () => {
  it('keeps its promises, and ends', async () => {
    const knex = await databases.init('SQLITE_3');
    await checkRollouts(knex, { numRuns: 60, maxCommands: 40 });
  }, 120_000);
});
