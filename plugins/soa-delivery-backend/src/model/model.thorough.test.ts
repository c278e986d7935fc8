import { TestDatabases } from '@backstage/backend-test-utils';
import { checkRollouts } from './__testUtils__/checkRollouts';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('a rollout, whatever happens, thoroughly', () => {
  it('keeps its promises, and ends', async () => {
    const knex = await databases.init('SQLITE_3');
    await expect(
      checkRollouts(knex, {
        numRuns: 300,
        maxCommands: 80,
        seed: Number(process.env.SOA_SEED ?? 1),
      }),
    ).resolves.toBeUndefined();
  }, 600_000);
});
