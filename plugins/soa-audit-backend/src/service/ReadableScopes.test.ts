import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { readingOn } from '../__testUtils__/readingOn';
import { ACCOUNT } from '../__testUtils__/records';
import { countEvents, queryEvents } from '../store';
import { ReadableScopes } from './ReadableScopes';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const account: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: ACCOUNT,
    annotations: { 'amazonaws.com/account-id': ACCOUNT },
  },
  spec: { type: 'cloud-account' },
};
const caller = mockCredentials.user();
const ref = (name: string) => `component:default/${name}`;

describe.each(databases.eachSupportedId())(
  'ReadableScopes on %s',
  databaseId => {
    let reading: Awaited<ReturnType<typeof readingOn>>;
    let asked: string[][];
    let scopes: ReadableScopes;

    const store = (name: string, eventTime: string) =>
      reading.store.insert(
        [
          {
            event: {
              eventId: name,
              eventTime,
              eventName: 'DeleteService',
              eventSource: 'ecs.amazonaws.com',
              accountId: ACCOUNT,
              region: 'us-east-1',
              readOnly: false,
              failed: false,
              actor: { kind: 'person', name: 'dana' },
              console: false,
              resources: [],
              attributions: [
                { entityRef: ref(name), rule: 'resource', confidence: 1 },
              ],
              outOfBand: false,
            },
            record: { userIdentity: {} } as never,
            indexVersion: 'v',
            workspaceIds: [],
          },
        ],
        [],
      );

    beforeEach(async () => {
      reading = await readingOn(await databases.init(databaseId));
      asked = [];
      scopes = new ReadableScopes({
        store: reading.store,
        access: {
          readable: async refs => {
            asked.push([...refs].sort());
            return [...refs];
          },
          readableAccounts: async ids => [...ids],
        },
        now: reading.now,
      });
      await store('old', '2026-11-01T00:00:00.000Z');
      await store('new', '2026-11-20T10:30:00.000Z');
    });

    it('asks for whose events of the period are, and for nobody else', async () => {
      const period = { from: '2026-11-20T10:45:12.345Z' };
      await scopes.of(account, period, caller);
      await scopes.of(account, {}, caller);
      await scopes.of(account, { to: '2026-11-10T00:00:00Z' }, caller);
      expect(asked).toEqual([
        [ref('new')],
        [ref('new'), ref('old')],
        [ref('old')],
      ]);
    });

    it('keeps what a caller may see for 30 seconds, for that caller', async () => {
      // As one who asks every ten seconds for the last hour.
      const ask = (by = caller) => {
        reading.clock.time += 10_000;
        const from = new Date(reading.clock.time - 3_600_000).toISOString();
        return scopes.of(account, { from }, by);
      };
      await store('newest', '2026-11-20T11:30:00.000Z');
      await ask();
      await ask();
      await ask();
      expect(asked).toHaveLength(1);
      await ask(mockCredentials.user('user:default/other'));
      expect(asked).toHaveLength(2);
      await ask();
      expect(asked).toHaveLength(3);
    });

    it('holds for the components of the largest account', async () => {
      const readableRefs = Array.from({ length: 100_000 }, (_, index) =>
        ref(`component-${index}`),
      ).concat(ref('new'));
      const scope = { account: ACCOUNT, readableRefs, readableAccounts: [] };
      const { knex } = reading.store;
      const events = await queryEvents(knex, scope, {}, { limit: 10 });
      expect(events.map(({ eventId }) => eventId)).toEqual(['new']);
      expect(await countEvents(knex, scope, {}, 'account')).toEqual({
        [ACCOUNT]: 1,
      });
    });
  },
);
