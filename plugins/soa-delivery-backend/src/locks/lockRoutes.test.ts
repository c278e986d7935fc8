import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { LockRequest } from '@backstage-soa/plugin-soa-common';
import { ownerOf } from '../reservations/__testUtils__/migrated';
import {
  ACCOUNT,
  startReservations,
} from '../reservations/__testUtils__/startReservations';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const cart = 'component:default/cart';
const ledger = 'component:default/ledger';

function requestOf(
  owner: Partial<LockRequest['owner']> = {},
  change: Partial<LockRequest> = {},
): LockRequest {
  return {
    target: { kind: 'account', id: ACCOUNT },
    owner: ownerOf('prod', owner),
    ...change,
  };
}

describe('the HTTP API of locks', () => {
  async function start() {
    const knex = await databases.init('SQLITE_3');
    return { knex, ...(await startReservations(knex)) };
  }

  it('gives a lock, a place in the queue, and the lock in turn', async () => {
    const { post, get, remove, events } = await start();
    const { body: held, status } = await post('/locks', requestOf());
    expect(status).toBe(200);
    expect(held).toMatchObject({
      state: 'held',
      ahead: 0,
      requestedBy: 'user:default/mock',
      mayRelease: true,
    });
    const next = requestOf({ componentRef: cart });
    expect((await post('/locks', next)).body).toMatchObject({
      state: 'waiting',
      ahead: 1,
      holder: ownerOf('prod'),
    });
    expect((await get('/locks')).body.items).toHaveLength(2);
    expect((await get('/locks?state=waiting')).body.items).toHaveLength(1);
    const { body: freed } = await remove(`/locks?id=${held.id}`);
    expect(freed.items).toMatchObject([{ id: held.id }]);
    expect((await post('/locks', next)).body).toMatchObject({ state: 'held' });
    expect(events.map(({ eventId, outcome }) => [eventId, outcome])).toEqual([
      ['lock-acquire', 'success'],
      ['lock-acquire', 'success'],
      ['lock-release', 'success'],
      ['lock-acquire', 'success'],
    ]);
    expect(events[0].meta).toMatchObject({
      target: `account ${ACCOUNT}`,
      owner: 'environment prod of component:default/orders',
      state: 'held',
    });
  });

  it('frees all of an owner, and nothing the second time', async () => {
    const { post, remove } = await start();
    await post('/locks', requestOf());
    await post('/locks', requestOf({ id: 'dev' }));
    expect((await remove('/locks')).status).toBe(400);
    const one = await remove(
      '/locks?componentRef=orders&ownerKind=environment&ownerId=dev',
    );
    expect(one.body.items).toHaveLength(1);
    expect(
      (await remove('/locks?componentRef=orders')).body.items,
    ).toHaveLength(1);
    expect((await remove('/locks?componentRef=orders')).body).toEqual({
      items: [],
    });
  });

  it('says in a dry run what would come of it, and does nothing', async () => {
    const { post, get } = await start();
    const dry = requestOf({}, { dryRun: true });
    expect((await post('/locks', dry)).body).toMatchObject({
      state: 'held',
      ahead: 0,
    });
    expect((await get('/locks')).body.items).toEqual([]);
    await post('/locks', requestOf({ componentRef: cart }));
    expect((await post('/locks', dry)).body).toMatchObject({
      state: 'waiting',
      ahead: 1,
      holder: { componentRef: cart },
    });
  });

  it.each([
    [
      'no permission',
      requestOf({ componentRef: cart }),
      403,
      /soa\.workspace\.apply/,
    ],
    [
      'a component one does not see',
      requestOf({ componentRef: ledger }),
      404,
      /register it first/,
    ],
    [
      'another account than it is in',
      requestOf({}, { target: { kind: 'account', id: '444455556666' } }),
      400,
      /purpose: component:default\/orders declares no placement in 444455556666, prod/,
    ],
    [
      'an environment it is not in',
      requestOf({ id: 'qa' }),
      400,
      /declares no placement in/,
    ],
    [
      'a rollout that is not there',
      requestOf({ kind: 'rollout', id: 'r-1' }),
      400,
      /has no rollout r-1, or it has ended/,
    ],
    [
      'no account',
      requestOf({}, { target: { kind: 'account', id: '1' } }),
      400,
      /target\.id: must be the 12-digit id/,
    ],
    [
      'no zone',
      requestOf({}, { target: { kind: 'zone', id: 'example.com' } }),
      400,
      /target\.id: must be the id of a hosted zone/,
    ],
    [
      'too long a lease',
      requestOf({}, { leaseSeconds: 10_000_000 }),
      400,
      /leaseSeconds/,
    ],
    ['what it does not know', { ...requestOf(), force: true }, 400, /force/],
    ['a NUL', requestOf({ id: 'pr\0d' }), 400, /owner\.id/],
  ])('refuses %s', async (_, body, status, message) => {
    const { post, denied, get, events } = await start();
    denied.add(`soa.workspace.apply ${cart}`);
    const answer = await post('/locks', body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(message);
    expect((await get('/locks')).body.items).toEqual([]);
    expect(events).toMatchObject([
      { eventId: 'lock-acquire', outcome: 'fail' },
    ]);
  });

  it('is for users, and backends on behalf of users', async () => {
    const { post } = await start();
    const answer = await post(
      '/locks',
      requestOf(),
      mockCredentials.service.header(),
    );
    expect(answer.status).toBe(403);
    const onBehalf = mockCredentials.service.header({
      onBehalfOf: mockCredentials.user(),
      targetPluginId: 'soa-delivery',
    });
    expect((await post('/locks', requestOf(), onBehalf)).status).toBe(200);
  });

  it('takes what a new component is allowed', async () => {
    const { post } = await start();
    const placement = {
      environment: 'prod',
      account: ACCOUNT,
      region: 'us-east-1',
      runtime: 'ecs-fargate' as const,
    };
    const asked = (componentRef: string, change = {}) =>
      post(
        '/locks',
        requestOf(
          { componentRef },
          {
            purpose: {
              owner: 'group:default/team-shop',
              placement: { ...placement, ...change },
            },
          },
        ),
      );
    expect((await asked('component:default/returns')).status).toBe(200);
    const refused = await asked('component:default/other');
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toBe('purpose: This is not allowed.');
    const elsewhere = await asked('component:default/returns', {
      account: '444455556666',
    });
    expect(elsewhere.body.error.message).toMatch(/^purpose\.placement: /);
  });

  it('shows nobody more than they may see', async () => {
    const { post, get, remove, denied, components } = await start();
    const { body: own } = await post(
      '/locks',
      requestOf({ componentRef: cart }),
    );
    // It is hidden from people from now on.
    components.delete(cart);
    const { body } = await post('/locks', requestOf());
    expect(body).toMatchObject({ state: 'waiting', ahead: 1 });
    expect(body.holder).toBeUndefined();
    expect((await get('/locks')).body.items).toHaveLength(1);
    const hidden = await remove(`/locks?id=${own.id}`);
    expect(hidden.status).toBe(404);
    denied.add('soa.workspace.apply');
    const [seen] = (await get('/locks')).body.items;
    expect(seen.mayRelease).toBe(false);
    expect((await remove(`/locks?id=${seen.id}`)).status).toBe(403);
    // Whoever may free all sees all.
    denied.delete('soa.lock.release');
    const { items } = (await get('/locks')).body;
    expect(items).toMatchObject([
      { mayRelease: true },
      { mayRelease: true, holder: { componentRef: cart } },
    ]);
    expect((await remove(`/locks?id=${own.id}`)).status).toBe(200);
  });

  it('goes through all of them page by page', async () => {
    const { post, get } = await start();
    for (const id of ['t-1', 't-2', 't-3']) {
      await post('/locks', requestOf({ kind: 'task', id }));
    }
    const first = (await get('/locks?limit=2')).body;
    const second = (await get(`/locks?limit=2&cursor=${first.nextCursor}`))
      .body;
    expect(
      [...first.items, ...second.items].map(({ owner }) => owner.id),
    ).toEqual(['t-1', 't-2', 't-3']);
    expect(second.nextCursor).toBeUndefined();
    const bad = await get('/locks?cursor=bm9uZQ');
    expect(bad.status).toBe(400);
  });

  it('frees what a rollout has once it has ended', async () => {
    const { knex, post, get, run, events } = await start();
    await knex('soa_rollouts').insert({
      id: 'r-1',
      component_ref: 'component:default/orders',
      initiator: 'user:default/mock',
      idempotency_key: 'k',
      fingerprint: 'f',
      operation: 'apply',
      plan: '[]',
      state: 'running',
      source_url: 'https://code.example',
      created_at: '2026-11-27',
      updated_at: '2026-11-27',
    });
    const owned = requestOf({ kind: 'rollout', id: 'r-1' });
    expect((await post('/locks', owned)).status).toBe(200);
    expect(
      (await post('/locks', requestOf({ ...owned.owner, componentRef: cart })))
        .body.error.message,
    ).toMatch(/component:default\/cart has no rollout r-1/);
    await run('reservations');
    expect((await get('/locks')).body.items).toHaveLength(1);
    await knex('soa_rollouts').update({ ended_at: '2026-11-27' });
    await run('reservations');
    expect((await get('/locks')).body.items).toEqual([]);
    expect(events[events.length - 1]).toMatchObject({
      eventId: 'lock-owner-ended',
      outcome: 'success',
      meta: { owner: 'rollout r-1 of component:default/orders' },
    });
  });
});
