import { TestDatabases } from '@backstage/backend-test-utils';
import request from 'supertest';
import { ACCOUNT, record } from './__testUtils__/records';
import { startPortal } from './__testUtils__/startPortal';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const CART = '/entities/component/default/cart';
const SHARD = { source: 'lookup', account: ACCOUNT, region: 'us-east-1' };

describe.each(databases.eachSupportedId())('refresh on %s', databaseId => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let forget: () => Promise<unknown>;
  const refresh = () => portal.post(`${CART}/refresh`);
  /** Until the reading in the background has come to its end. */
  const settle = async () => {
    while ((await refresh()).status === 202) {
      // Asked again.
    }
  };

  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    portal = await startPortal(knex, [record('cart-1')]);
    forget = () => knex('soa_audit_leases').update({ read_at: null });
  });

  beforeEach(async () => {
    await settle();
    portal.denied.clear();
    portal.send.mockClear();
    portal.auditor.createEvent.mockClear();
  });

  it('has the accounts and Regions of the entity read', async () => {
    await forget();
    const { body } = await refresh().expect(202);
    expect(body).toEqual({ items: [{ ...SHARD, state: 'started' }] });
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'entity-refresh',
        meta: { entityRef: 'component:default/cart' },
      }),
    );
  });

  it('answers at once if that has just been done', async () => {
    for (const name of [ACCOUNT, 'ws-cart']) {
      const { body } = await portal
        .post(`/entities/resource/default/${name}/refresh`)
        .expect(200);
      expect(body.items).toEqual([
        { ...SHARD, state: 'recent', lastReadAt: expect.any(String) },
      ]);
    }
    expect(portal.send).not.toHaveBeenCalled();
  });

  it('is for those who may read the events, and leaves a trace', async () => {
    await forget();
    portal.denied.add('soa.audit.read component:default/cart');
    await portal.post(`${CART}/refresh`).expect(404);
    await portal.post('/entities/component/default/none/refresh').expect(404);
    await request(portal.server)
      .post(`/api/soa-audit/v1${CART}/refresh`)
      .set('authorization', 'Bearer none')
      .expect(401);
    expect(portal.send).not.toHaveBeenCalled();
    const [{ value }] = portal.auditor.createEvent.mock.results;
    expect((await value).fail).toHaveBeenCalled();
  });
});
