import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { accessing, wishOf } from './__testUtils__/accessing';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

class Crash extends Error {}

describe('AccessAdvancer', () => {
  it('doubles nothing when it is cut off between a write and its record', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 20 }),
        async crashes => {
          const account = await accessing(await databases.init('SQLITE_3'));
          const { store, hcpTerraform, tick, states, read } = account;
          const change = store.change.bind(store);
          let records = 0;
          // What was done outside is done, and nothing of it is kept.
          store.change = async (...args) => {
            records += 1;
            if (crashes[records - 1]) {
              throw new Crash();
            }
            return change(...args);
          };
          await store.request([wishOf('prod-use1')]);
          await tick(60, 1.1);
          expect(await states()).toEqual({ 'prod-use1': 'ready' });
          expect(Object.keys(read())).toEqual(['orders-prod-use1']);
          expect(hcpTerraform.runs).toHaveLength(1);
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);
});
