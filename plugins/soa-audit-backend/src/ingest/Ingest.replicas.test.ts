import { TestDatabases } from '@backstage/backend-test-utils';
import { readingOn } from '../__testUtils__/readingOn';
import { ACCOUNT, record, session, signIn } from '../__testUtils__/records';
import { AttributionIndex } from '../attribution';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const shard = { account: ACCOUNT, region: 'us-east-1' };
const index = new AttributionIndex(new Set([ACCOUNT]), []);
const newer = new AttributionIndex(new Set([ACCOUNT, '444455556666']), []);

const batch = (...records: object[]) => ({ shard, records });
const byRun = (id: string) =>
  record(id, { userIdentity: session('cart-apply', 'terraform-run-abc123') });

describe.each(databases.eachSupportedId())(
  'Ingest of replicas on %s',
  databaseId => {
    /** What the other replica does after this one has looked for proofs. */
    async function setUp() {
      const knex = await databases.init(databaseId);
      const { store, ingest } = await readingOn(knex);
      const other = await readingOn(knex);
      const meanwhile = (act: () => Promise<void>) => {
        const { find } = store.proofs;
        jest.spyOn(store.proofs, 'find').mockImplementationOnce(async keys => {
          const proofs = await find.call(store.proofs, keys);
          await act();
          return proofs;
        });
      };
      return { knex, store, ingest, other: other.ingest, meanwhile };
    }

    it('keeps what another has proven while events are attributed anew', async () => {
      const { store, ingest, other, meanwhile } = await setUp();
      await ingest.take('lookup', batch(byRun('one')), index);
      meanwhile(() => other.take('lookup', batch(signIn('proof')), index));

      await ingest.reassessment.reattribute(newer);

      expect((await store.get('one'))?.actor.kind).toBe('pipeline');
    });

    it('leaves for later what another has changed meanwhile', async () => {
      const { knex, ingest, other, meanwhile } = await setUp();
      await ingest.take('lookup', batch(byRun('one')), index);
      const version = () =>
        knex('soa_audit_events')
          .where({ event_id: 'one' })
          .pluck('index_version');
      const before = await version();
      meanwhile(() => other.take('lookup', batch(signIn('proof')), index));

      await ingest.reassessment.reattribute(newer);
      expect(await version()).toEqual(before);

      await ingest.reassessment.reattribute(newer);
      expect(await version()).not.toEqual(before);
    });

    it('sees what another has proven while events are stored', async () => {
      const { store, ingest, other, meanwhile } = await setUp();
      meanwhile(() => other.take('lookup', batch(signIn('proof')), index));

      await ingest.take('lookup', batch(byRun('one')), index);

      expect((await store.get('one'))?.actor.kind).toBe('pipeline');
    });

    it('ends, even where another holds events against another inventory', async () => {
      const { knex, store, ingest } = await setUp();
      const ids = Array.from({ length: 501 }, (_, number) => `event-${number}`);
      await ingest.take('lookup', batch(...ids.map(id => record(id))), index);
      const { find } = store.proofs;
      const looked = jest.spyOn(store.proofs, 'find');
      looked.mockClear();
      looked.mockImplementation(async keys => {
        if (looked.mock.calls.length > 10) {
          throw new Error('It goes round in circles');
        }
        const proofs = await find.call(store.proofs, keys);
        await knex('soa_audit_events').update({ index_version: 'another' });
        return proofs;
      });

      await ingest.reassessment.reattribute(newer);

      expect(looked).toHaveBeenCalled();
    });
  },
);
