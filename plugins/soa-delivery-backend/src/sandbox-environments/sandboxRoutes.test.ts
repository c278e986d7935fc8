import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { placementOf } from '../__testUtils__/requestOf';
import { RolloutAdvancer } from '../advance';
import { startReservations } from '../reservations/__testUtils__/startReservations';
import { SandboxStore } from './store';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const DAY_MS = 86_400_000;
const PATH = '/sandbox-environments';
const trial = 'component:default/trial';
const secret = 'component:default/ledger';

const placement = placementOf('us-east-1', 'use1', 'sandbox');
const other = placementOf('eu-west-1', 'euw1', 'sandbox');
const requestOf = (change: object = {}) => ({
  componentRef: trial,
  placements: [placement],
  ...change,
});

function componentOf(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: {
      owner: 'team-shop',
      placements: [placement, other, placementOf('us-east-1', 'use1')].map(
        ({ environment, account, region, runtime }) => ({
          environment,
          account,
          region,
          runtime,
        }),
      ),
    },
  };
}

const lifeOf = ({ createdAt, expiresAt }: Record<string, string>) =>
  (Date.parse(expiresAt) - Date.parse(createdAt)) / DAY_MS;

describe('the HTTP API of sandbox environments', () => {
  async function start() {
    const knex = await databases.init('SQLITE_3');
    const portal = await startReservations(knex, {
      environments: [{ name: 'sandbox' }, { name: 'prod', production: true }],
    });
    for (const ref of [trial, secret]) {
      portal.components.set(ref, componentOf(ref.split('/')[1]));
    }
    const rollouts = () => knex('soa_rollouts').select('*');
    return { ...portal, knex, rollouts, store: new SandboxStore(knex) };
  }

  it('keeps one, and leaves it as it is when it is asked for again', async () => {
    const { post, get, store, events } = await start();
    const { body, status } = await post(PATH, requestOf());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      componentRef: trial,
      owner: 'group:default/team-shop',
      requestedBy: 'user:default/mock',
      state: 'active',
      mayExtend: true,
      mayDelete: true,
    });
    expect(lifeOf(body)).toBe(7);
    const again = await post(PATH, requestOf({ timeToLive: 'P1D' }));
    expect(again.body.expiresAt).toBe(body.expiresAt);
    const more = requestOf({ placements: [other] });
    expect((await post(PATH, more)).body.expiresAt).toBe(body.expiresAt);
    expect((await store.get(trial))?.placements).toEqual([placement, other]);
    const { items } = (await get(`${PATH}?component=${trial}`)).body;
    expect(items).toMatchObject([
      { componentRef: trial, creation: 'not-made', mayExtend: true },
    ]);
    expect(events[0]).toMatchObject({
      eventId: 'sandbox-environment-ensure',
      outcome: 'success',
      meta: { componentRef: trial, state: 'active' },
    });
  });

  it('says in a dry run what would come of it, and keeps nothing', async () => {
    const { post, get } = await start();
    const dry = requestOf({ timeToLive: 'P2D', dryRun: true });
    expect(lifeOf((await post(PATH, dry)).body)).toBe(2);
    expect((await get(PATH)).body.items).toEqual([]);
    await post(PATH, requestOf());
    expect(lifeOf((await post(PATH, dry)).body)).toBe(7);
  });

  it.each([
    [
      'what is in no environment of sandboxes',
      { placements: [placementOf('us-east-1', 'use1')] },
      400,
      /prod-use1 is in prod, which is no environment of sandboxes/,
    ],
    [
      'what the component does not declare',
      { placements: [placementOf('us-west-2', 'usw2', 'sandbox')] },
      400,
      /does not declare sandbox-usw2/,
    ],
    ['too long a time', { timeToLive: 'P31D' }, 400, /timeToLive: .* at most/],
    ['no time', { timeToLive: 'soon' }, 400, /timeToLive: must be a duration/],
    ['what it does not know', { expiresAt: 'x' }, 400, /expiresAt/],
    ['a component one does not see', { componentRef: secret }, 404, /register/],
  ])('refuses %s', async (_, change, status, message) => {
    const { post, store, events } = await start();
    const answer = await post(PATH, requestOf(change));
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(message);
    expect(await store.list({ limit: 10 })).toEqual([]);
    expect(events).toMatchObject([{ outcome: 'fail' }]);
  });

  it('asks for permissions, each for its own', async () => {
    const { post, get, denied } = await start();
    denied.add('soa.workspace.apply');
    const refused = await post(PATH, requestOf());
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toMatch(/soa\.workspace\.apply/);
    denied.clear();
    await post(PATH, requestOf());
    denied.add('soa.workspace.apply').add('soa.workspace.destroy');
    expect((await get(PATH)).body.items).toMatchObject([
      { mayExtend: false, mayDelete: false },
    ]);
    const extension = { componentRef: trial, by: 'P1D' };
    expect((await post(`${PATH}/extend`, extension)).status).toBe(403);
    const deleted = await post(`${PATH}/delete`, { componentRef: trial });
    expect(deleted.body.error.message).toMatch(/soa\.workspace\.destroy/);
    const asService = mockCredentials.service.header();
    denied.clear();
    expect((await post(PATH, requestOf(), asService)).status).toBe(403);
  });

  it('shows nobody what they may not read', async () => {
    const { post, get, components } = await start();
    await post(PATH, requestOf());
    components.delete(trial);
    expect((await get(PATH)).body.items).toEqual([]);
    const extension = { componentRef: trial, by: 'P1D' };
    expect((await post(`${PATH}/extend`, extension)).status).toBe(404);
    const deletion = { componentRef: trial };
    expect((await post(`${PATH}/delete`, deletion)).status).toBe(404);
  });

  it('has one be there longer, and not for ever', async () => {
    const { post, store } = await start();
    await post(PATH, requestOf({ timeToLive: 'PT30M' }));
    // Of what is short already, nobody is told so.
    expect((await store.get(trial))?.reminded).toBe(2);
    const extend = (by: string) =>
      post(`${PATH}/extend`, { componentRef: trial, by });
    const { body } = await extend('P7D');
    expect(lifeOf(body)).toBeCloseTo(7 + 1 / 48);
    expect((await store.get(trial))?.reminded).toBe(0);
    const refused = await extend('P30D');
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toMatch(
      /by: it may be there until \d{4}-\d\d-\d\dT.* at most/,
    );
    expect((await store.get(trial))?.expiresAt).toBe(body.expiresAt);
  });

  it('destroys one at once, by one rollout', async () => {
    const wake = jest
      .spyOn(RolloutAdvancer.prototype, 'wakeRollout')
      .mockResolvedValue();
    const { post, rollouts, knex } = await start();
    await post(PATH, requestOf());
    const deleted = await post(`${PATH}/delete`, { componentRef: trial });
    expect(deleted.body).toMatchObject({
      state: 'destroying',
      mayExtend: false,
      mayDelete: false,
    });
    const again = await post(`${PATH}/delete`, { componentRef: trial });
    expect(again.body.rolloutId).toBe(deleted.body.rolloutId);
    expect(await rollouts()).toMatchObject([
      {
        id: deleted.body.rolloutId,
        operation: 'destroy',
        initiator: 'user:default/mock',
        component_ref: trial,
      },
    ]);
    expect(wake).toHaveBeenCalledWith(
      deleted.body.rolloutId,
      expect.anything(),
    );
    expect(await knex('soa_rollout_events').select('comment')).toEqual([
      { comment: 'The sandbox environment was deleted.' },
    ]);
    const extension = { componentRef: trial, by: 'P1D' };
    const refused = await post(`${PATH}/extend`, extension);
    expect(refused.status).toBe(409);
    expect((await post(PATH, requestOf())).status).toBe(409);
  });
});
