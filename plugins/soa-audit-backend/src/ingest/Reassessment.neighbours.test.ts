import { TestDatabases } from '@backstage/backend-test-utils';
import { readingOn } from '../__testUtils__/readingOn';
import { ACCOUNT, PLACEMENT, record, SERVICE } from '../__testUtils__/records';
import { AttributionIndex } from '../attribution';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const shard = { account: ACCOUNT, region: 'us-east-1' };
const component = (name: string) => `component:default/${name}`;
const facts = (name: string, ...arns: string[]) => ({
  workspace: {
    id: `ws-${name}`,
    name,
    organization: 'acme',
    url: 'https://tfc.test',
    componentRef: component(name),
    placement: PLACEMENT,
    roles: {},
    entityRef: `resource:default/ws-${name}`,
  },
  outputs: arns.map(value => ({ name: 'arn', sensitive: false, value })),
});
const orders = facts('orders');
const cart = facts('cart', SERVICE);
const accounts = new Set([ACCOUNT]);
const both = new AttributionIndex(accounts, [orders, cart]);
const ordersOnly = new AttributionIndex(accounts, [orders]);
/** As it is read while the rest of it is not saved yet. */
const part = (...some: ConstructorParameters<typeof AttributionIndex>[1]) =>
  new AttributionIndex(accounts, some, false);
const ofCart = record('of-cart');
const ofNobody = record('of-nobody', { responseElements: null });

describe.each(databases.eachSupportedId())(
  'Reassessment among neighbours on %s',
  databaseId => {
    let reading: Awaited<ReturnType<typeof readingOn>>;

    beforeEach(async () => {
      reading = await readingOn(await databases.init(databaseId));
    });

    const take = (by: AttributionIndex) =>
      reading.ingest.take('lookup', { shard, records: [ofCart, ofNobody] }, by);
    const reattribute = (by: AttributionIndex) =>
      reading.ingest.reassessment.reattribute(by);
    const stored = async () => {
      const events = await Promise.all(
        ['of-cart', 'of-nobody'].map(id => reading.store.get(id)),
      );
      return events.map(event =>
        event?.attributions.map(({ entityRef, rule }) => [entityRef, rule]),
      );
    };

    it('leaves to a neighbour what is theirs, gone for one reading', async () => {
      await take(both);
      const before = await reading.store.get('of-cart');
      await reattribute(ordersOnly);
      await reattribute(both);
      expect(await reading.store.get('of-cart')).toEqual(before);
      expect(before?.attributions).toMatchObject([
        { entityRef: component('cart'), rule: 'resource' },
      ]);
    });

    it('gives nothing away while the inventory is half read', async () => {
      await take(part(orders));
      expect(await stored()).toEqual([[], []]);
      await reattribute(both);
      expect(await stored()).toEqual([[[component('cart'), 'resource']], []]);
      expect(
        await reading.store.knex('soa_audit_attributions').pluck('entity_ref'),
      ).toEqual([component('cart')]);
    });

    it('gives all to who is alone once it is read', async () => {
      const alone = new AttributionIndex(accounts, [facts('cart', SERVICE)]);
      const lodger = { ...orders.workspace, placement: undefined };
      await take(part({ ...orders, workspace: lodger }));
      await reattribute(alone);
      expect(await stored()).toEqual([
        [[component('cart'), 'resource']],
        [[component('cart'), 'account']],
      ]);
    });

    it('gives who is alone, once it is read, what another has as well', async () => {
      const marked = { userAgent: `backstage/${component('cart')}` };
      await reading.ingest.take(
        'lookup',
        { shard, records: [record('of-cart', marked)] },
        part(facts('cart')),
      );
      await reattribute(ordersOnly);
      expect((await stored())[0]).toEqual([
        [component('orders'), 'account'],
        [component('cart'), 'user-agent'],
      ]);
    });

    it('knows by a part what the whole has said before', async () => {
      const dns = facts('dns', SERVICE);
      await take(both);
      await reattribute(part(orders, dns));
      await reattribute(ordersOnly);
      expect((await stored())[0]).toEqual([
        [component('cart'), 'resource'],
        [component('dns'), 'resource'],
      ]);
    });
  },
);
