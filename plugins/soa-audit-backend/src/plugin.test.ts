import { createBackendModule } from '@backstage/backend-plugin-api';
import { startTestBackend, TestDatabases } from '@backstage/backend-test-utils';
import { auditSourcesExtensionPoint } from '@backstage-soa/plugin-soa-audit-node';
import request from 'supertest';
import {
  ACCOUNT,
  CLUSTER,
  record,
  session,
  signIn,
} from './__testUtils__/records';
import { startPortal } from './__testUtils__/startPortal';
import { soaAuditPlugin } from './plugin';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const CART = '/entities/component/default/cart';
const CHECKOUT = '/entities/Component/default/checkout';
const OWN = `/entities/resource/default/${ACCOUNT}`;
const READ = 'soa.audit.read';

it('keeps the name of its own source for it', async () => {
  const module = createBackendModule({
    pluginId: 'soa-audit',
    moduleId: 'impostor',
    register(env) {
      env.registerInit({
        deps: { sources: auditSourcesExtensionPoint },
        async init({ sources }) {
          sources.addSource({ id: 'lookup', read: async () => {} });
        },
      });
    },
  });
  await expect(
    startTestBackend({ features: [soaAuditPlugin, module] }),
  ).rejects.toThrow('There is an audit source "lookup" already');
});

const records = [
  record('cart-1', { eventTime: '2026-11-20T12:00:01Z' }),
  record('cart-2', { eventTime: '2026-11-20T12:00:02Z', readOnly: true }),
  record('shared', {
    eventTime: '2026-11-20T12:00:03Z',
    responseElements: { cluster: { clusterArn: CLUSTER } },
  }),
  record('nobodys', {
    eventTime: '2026-11-20T12:00:04Z',
    responseElements: null,
  }),
];

describe.each(databases.eachSupportedId())('soa-audit on %s', databaseId => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal(await databases.init(databaseId), records);
  });

  afterEach(() => portal.denied.clear());

  const ids = async (path: string) =>
    (await portal.get(path).expect(200)).body.items.map(
      ({ eventId }: { eventId: string }) => eventId,
    );

  it('shows an entity its events, newest first', async () => {
    expect(await ids(`${CART}/events`)).toEqual(['shared', 'cart-2', 'cart-1']);
    expect(await ids(`${CHECKOUT}/events`)).toEqual(['shared']);
    expect(await ids(`${OWN}/events`)).toEqual([
      'nobodys',
      'shared',
      'cart-2',
      'cart-1',
    ]);
  });

  it('filters and pages', async () => {
    expect(await ids(`${CART}/events?readOnly=true`)).toEqual(['cart-2']);
    expect(
      await ids(`${CART}/events?outOfBand=true&actorKind=unknown`),
    ).toEqual(['shared', 'cart-1']);
    expect(await ids(`${CART}/events?to=2026-11-20T12:00:02Z`)).toEqual([
      'cart-1',
    ]);
    const { body } = await portal.get(`${CART}/events?limit=2`);
    expect(
      await ids(`${CART}/events?limit=2&cursor=${body.nextCursor}`),
    ).toEqual(['cart-1']);
  });

  it('says what is at fault in a request', async () => {
    const bad = [
      'limit=501',
      'from=yesterday',
      'actorKind=robot',
      'cursor=x',
      'cursor[a]=b',
      'actor=%00',
    ];
    for (const query of bad) {
      const { body } = await portal.get(`${CART}/events?${query}`).expect(400);
      expect(body.error.message).toContain(query.split(/[[=]/)[0]);
    }
    const { body } = await portal.get('/events/%00').expect(400);
    expect(body.error.message).toMatch(/^eventId: /);
  });

  it('shows nothing at all of what may not be read', async () => {
    portal.denied.add(`${READ} component:default/cart`);
    portal.denied.add('soa.audit.read.all');
    await portal.get(`${CART}/events`).expect(404);
    await portal.get(`${CART}/facets`).expect(404);
    await portal.get('/entities/component/default/none/events').expect(404);
    await portal.get('/events/cart-1').expect(404);
    await portal.get('/sources').expect(403);
    expect(await ids(`${OWN}/events`)).toEqual(['nobodys', 'shared']);
    const { body } = await portal.get(`${OWN}/facets`).expect(200);
    expect(body.account).toEqual({ [ACCOUNT]: 2 });
    const shared = await portal.get('/events/shared').expect(200);
    expect(shared.body.attributions).toEqual([
      expect.objectContaining({ entityRef: 'component:default/checkout' }),
    ]);
  });

  it("shows what is nobody's to those who may read the account", async () => {
    portal.denied.add('soa.audit.read.all');
    const { body } = await portal.get('/events/nobodys').expect(200);
    expect(body.attributions).toEqual([]);
    portal.denied.add(`${READ} resource:default/${ACCOUNT}`);
    await portal.get('/events/nobodys').expect(404);
    await portal.get(`${OWN}/events`).expect(404);
  });

  it('shows them to nobody by an entity that only claims to be it', async () => {
    const claiming = '/entities/resource/default/impostor/events';
    expect(await ids(claiming)).toContain('nobodys');
    portal.denied.add(`${READ} resource:default/${ACCOUNT}`);
    expect(await ids(claiming)).toEqual(['shared', 'cart-2', 'cart-1']);
  });

  it('shows a workspace the events of its resources, by the same rules', async () => {
    const path = '/entities/resource/default/ws-cart/events';
    expect(await ids(path)).toEqual(['shared', 'cart-2', 'cart-1']);
    portal.denied.add(`${READ} component:default/cart`);
    expect(await ids(path)).toEqual(['shared']);
    portal.denied.add(`${READ} component:default/checkout`);
    expect(await ids(path)).toEqual([]);
    portal.denied.add(`${READ} resource:default/ws-cart`);
    await portal.get(path).expect(404);
  });

  it('shows where from to those who may know it only', async () => {
    const seen = async () =>
      JSON.stringify((await portal.get('/events/cart-1')).body);
    expect(await seen()).toContain('203.0.113.24');
    portal.denied.add('soa.audit.read.network');
    expect(await seen()).not.toMatch(/203\.0\.113\.24|aws-cli/);
    const { body } = await portal.get(`${CART}/events`);
    expect(JSON.stringify(body)).not.toMatch(/203\.0\.113\.24|aws-cli/);
  });

  it('counts, and says how far it has read', async () => {
    const facets = await portal.get(`${CART}/facets`).expect(200);
    expect(facets.body).toEqual({
      actorKind: { unknown: 3 },
      account: { [ACCOUNT]: 3 },
      region: { 'us-east-1': 3 },
    });
    const sources = await portal.get('/sources').expect(200);
    expect(sources.body.items).toEqual([
      expect.objectContaining({ source: 'lookup', region: 'us-east-1' }),
    ]);
    const from = new Date(Date.now() - 3_600_000).toISOString();
    for (const path of [CART, OWN]) {
      const { body } = await portal.get(`${path}/events?from=${from}`);
      expect(body.coverage).toEqual({ complete: true, gaps: [] });
    }
  });

  it('speaks of all that is kept where no time is asked for', async () => {
    const { body } = await portal.get(`${CART}/events`);
    expect(body.coverage).toMatchObject({
      complete: false,
      gaps: [
        { reason: expect.stringMatching(/^Nothing from before .* been read$/) },
      ],
    });
  });

  it('records every read, and every refusal', async () => {
    portal.denied.add(`${READ} component:default/cart`);
    await portal.get(`${CART}/events`).expect(404);
    expect(portal.auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'event-fetch',
        meta: { queryType: 'by-entity', entityRef: 'component:default/cart' },
      }),
    );
    const [{ value }] = portal.auditor.createEvent.mock.results.slice(-1);
    expect((await value).fail).toHaveBeenCalled();
    await portal.get('/sources').expect(200);
    expect(portal.auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({ meta: { queryType: 'sources' } }),
    );
  });

  it('says by which run of HCP Terraform something was done', async () => {
    const { get } = await startPortal(await databases.init(databaseId), [
      signIn('sign-in'),
      record('by-run', {
        userIdentity: session('soa/cart-prod-use1-apply', 'whatever'),
      }),
    ]);
    const { body } = await get('/events/by-run').expect(200);
    expect(body.actor).toMatchObject({
      kind: 'pipeline',
      runId: 'run-abc123',
      runUrl: 'https://tfc.test/cart-prod-use1/run-abc123',
    });
    expect(body.outOfBand).toBe(false);
  });

  it('tells policies of its permissions', async () => {
    const { body } = await request(portal.server)
      .get('/api/soa-audit/.well-known/backstage/permissions/metadata')
      .expect(200);
    const names = body.permissions.map(({ name }: { name: string }) => name);
    expect(names.sort()).toEqual([
      READ,
      'soa.audit.read.all',
      'soa.audit.read.network',
    ]);
  });
});
