import { TestDatabases } from '@backstage/backend-test-utils';
import { checkRollouts } from './__testUtils__/checkRollouts';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('a rollout, whatever happens', () => {
  it('keeps its promises, and ends', async () => {
    const knex = await databases.init('SQLITE_3');
    await expect(
      checkRollouts(knex, { numRuns: 60, maxCommands: 40 }),
    ).resolves.toBeUndefined();
  }, 300_000);
});
