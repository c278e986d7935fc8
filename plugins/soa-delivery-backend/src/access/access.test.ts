import { TestDatabases } from '@backstage/backend-test-utils';
import { placementOf, requestOf } from '../__testUtils__/requestOf';
import { startPortal } from '../__testUtils__/startPortal';
import { wishOf } from './__testUtils__/accessing';
import { AccessStore } from './store';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const messageOf = ({ body }: { body: { error: { message: string } } }) =>
  body.error.message;

const orders = {
  componentRef: 'component:default/orders',
  owner: 'group:default/team-shop',
  placements: requestOf().placements,
};
const [first] = orders.placements;
const returns = {
  ...orders,
  componentRef: 'component:default/returns',
  placements: [{ ...first, workspace: 'acme/returns-prod-use1' }],
};

describe.each(databases.eachSupportedId())('deploy access on %s', id => {
  type Portal = Awaited<ReturnType<typeof startPortal>>;
  let portal: Portal;
  const start = async (soa = {}) => {
    portal = await startPortal(await databases.init(id), soa);
    return portal;
  };

  const statesOf = ({ body }: { body: { items: any[] } }) =>
    body.items.map(({ workspace, state }) => [workspace, state]);

  it('is asked for, and told from there on', async () => {
    const { requestAccess, get, tick, events } = await start();
    const asked = await requestAccess(orders).expect(200);
    expect(asked.body.items[0]).toEqual({
      workspace: 'acme/orders-prod-use1',
      account: '111122223333',
      state: 'waiting',
      reason:
        'The access workspace of account 111122223333 is about to be run.',
    });
    await tick(1);
    const waiting = await requestAccess(orders).expect(200);
    expect(waiting.body.items[1]).toEqual({
      workspace: 'acme/orders-prod-euw1',
      account: '111122223333',
      state: 'waiting',
      reason:
        'The run run-1 of the access workspace account-baseline-111122223333 makes the roles.',
      run: {
        id: 'run-1',
        status: 'planning',
        url: 'https://tfc.example/account-baseline-111122223333/run-1',
        needsPerson: false,
      },
    });
    await tick(4);
    const ready = await get('/access?componentRef=orders').expect(200);
    expect(statesOf(ready).sort()).toEqual([
      ['acme/orders-prod-euw1', 'ready'],
      ['acme/orders-prod-use1', 'ready'],
    ]);
    expect(events.map(({ eventId, outcome }) => [eventId, outcome])).toEqual([
      ['access-request', 'success'],
      ['access-write', 'success'],
      ['run-start', 'success'],
      ['access-request', 'success'],
    ]);
  });

  it('keeps a rollout waiting, and fails it where it fails', async () => {
    const {
      requestAccess,
      start: roll,
      get,
      tick,
      hcpTerraform,
    } = await start();
    hcpTerraform.workspaces[0].autoApply = false;
    await requestAccess({ ...orders, placements: [first] }).expect(200);
    const { body: started } = await roll(requestOf()).expect(201);
    const targets = async () =>
      (await get(`/rollouts/${started.id}`).expect(200)).body.stages[0].waves[0]
        .targets;
    expect((await targets())[0]).toMatchObject({
      state: 'waiting',
      waitsFor: 'access',
    });
    await tick(10);
    // The other one has no entry, and goes on as ever.
    const [held, free] = await targets();
    expect(free.state).toBe('applied');
    expect(held).toMatchObject({
      state: 'waiting',
      waitsFor: 'access-approval',
      accessRun: {
        status: 'planned',
        url: expect.stringContaining('account-baseline-111122223333/run-'),
      },
    });
    hcpTerraform.runs.find(
      ({ id: runId }) => runId === held.accessRun.id,
    )!.status = 'discarded';
    await tick(3);
    const { body: ended } = await get(`/rollouts/${started.id}`).expect(200);
    expect(ended.state).toBe('failed');
    expect(ended.stages[0].waves[0].targets[0].error).toMatch(
      /^There is no deploy access for acme\/orders-prod-use1: Somebody discarded/,
    );
  });

  it('lets the runs begin once the roles are there, and known to AWS', async () => {
    const {
      requestAccess,
      start: roll,
      get,
      tick,
    } = await start({
      access: { settle: { hours: 1 } },
    });
    await requestAccess(orders).expect(200);
    const { body: started } = await roll(requestOf()).expect(201);
    await tick(10);
    const { body } = await get(`/rollouts/${started.id}`).expect(200);
    expect(body.stages[0].waves[0].targets).toMatchObject([
      { state: 'waiting', waitsFor: 'access' },
      { state: 'waiting', waitsFor: 'access' },
    ]);
  });

  it('takes a rollout to its end', async () => {
    const { requestAccess, start: roll, get, tick } = await start();
    await requestAccess(orders).expect(200);
    const { body: started } = await roll(requestOf()).expect(201);
    await tick(15);
    const { body } = await get(`/rollouts/${started.id}`).expect(200);
    expect(body.state).toBe('applied');
  });

  it('may be asked for before the catalog knows the component', async () => {
    const { requestAccess, get, service } = await start();
    await requestAccess(returns).expect(200);
    // Whoever has asked sees it.
    const seen = await get('/access?componentRef=returns').expect(200);
    expect(statesOf(seen)).toEqual([['acme/returns-prod-use1', 'waiting']]);
    await get('/access?componentRef=returns', service).expect(404);
  });

  it('gives a workspace to the component that has asked first', async () => {
    const { requestAccess, get, denied } = await start();
    await requestAccess(orders).expect(200);
    denied.add('soa.access.release');
    const other = {
      ...orders,
      componentRef: 'component:shop/orders',
    };
    const reason = 'has deploy access for another component already';
    const dry = await requestAccess({ ...other, dryRun: true }).expect(200);
    expect(dry.body.items[0]).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining(reason),
    });
    const refused = await requestAccess(other).expect(409);
    expect(messageOf(refused)).toContain(reason);
    await get('/access?componentRef=shop/orders').expect(404);
    const kept = await get('/access?componentRef=orders').expect(200);
    expect(statesOf(kept)).toHaveLength(2);
  });

  it('only tells in a dry run', async () => {
    const { requestAccess, get, hcpTerraform } = await start();
    const dry = await requestAccess({ ...orders, dryRun: true }).expect(200);
    expect(dry.body.items).toMatchObject([
      { state: 'absent' },
      { state: 'absent' },
    ]);
    hcpTerraform.workspaces = [];
    const none = await requestAccess({ ...orders, dryRun: true }).expect(200);
    expect(none.body.items[0]).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('has no access workspace in acme'),
    });
    const { body } = await get('/access?componentRef=orders').expect(200);
    expect(body.items).toEqual([]);
  });

  it('tells in a dry run that what has failed would be tried again', async () => {
    const { requestAccess, get, tick, hcpTerraform } = await start();
    hcpTerraform.workspaces[0].autoApply = false;
    await requestAccess({ ...orders, placements: [first] }).expect(200);
    await tick(5);
    hcpTerraform.runs[0].status = 'discarded';
    await tick(3);
    const { body } = await get('/access?componentRef=orders').expect(200);
    expect(body.items).toMatchObject([{ state: 'failed' }]);

    const dry = await requestAccess({ ...orders, dryRun: true }).expect(200);
    expect(dry.body.items).toMatchObject([
      { state: 'absent', reason: body.items[0].reason },
      { state: 'absent' },
    ]);
  });

  it.each([
    [400, 'owner', { owner: 'user:default/guest' }],
    [400, 'componentRef', { componentRef: 'api:default/orders' }],
    [400, 'This is not allowed', { owner: 'group:default/team-pay' }],
    [400, 'placements', { placements: [] }],
    [
      400,
      'is not what soa:placements:resolve gives',
      {
        placements: [{ ...first, workspace: 'acme/ledger-prod-use1' }],
      },
    ],
    [
      400,
      'more than 58 characters',
      {
        placements: [{ ...first, workspace: `acme/${'a'.repeat(59)}` }],
      },
    ],
    [
      400,
      'one runtime',
      {
        placements: [
          first,
          { ...placementOf('eu-west-1', 'euw1'), runtime: 'eks' },
        ],
      },
    ],
    [
      403,
      'soa.workspace.apply',
      {
        componentRef: 'component:default/cart',
      },
    ],
  ])('answers %i and names %s', async (status, name, change) => {
    const { requestAccess, get, service, events } = await start();
    const answer = await requestAccess({ ...orders, ...change }).expect(status);
    expect(messageOf(answer)).toContain(name);
    expect(events).toEqual([
      expect.objectContaining({ eventId: 'access-request', outcome: 'fail' }),
    ]);
    const { body } = await get('/access?componentRef=orders', service);
    expect(body).toEqual({ items: [] });
  });

  it('is asked for by people only', async () => {
    const { requestAccess, removeAccess, service } = await start();
    expect(messageOf(await requestAccess(orders, service).expect(403))).toBe(
      'Deploy access is asked for by a user',
    );
    await removeAccess('componentRef=orders', service).expect(403);
  });

  it('is refused at once where an account has no access workspace', async () => {
    const { requestAccess, get, hcpTerraform } = await start();
    hcpTerraform.workspaces = [];
    const answer = await requestAccess(orders).expect(400);
    expect(messageOf(answer)).toMatch(
      /^placements: The account 111122223333 has no access workspace/,
    );
    const { body } = await get('/access?componentRef=orders').expect(200);
    expect(body.items).toEqual([]);
  });

  it('gives an access workspace no roles of its own', async () => {
    const { requestAccess, hcpTerraform } = await start();
    hcpTerraform.workspaces[0].name = 'orders-prod-euw1';
    const answer = await requestAccess(orders).expect(400);
    expect(messageOf(answer)).toContain('gives itself no roles');
  });

  it.each([
    ['disabled', { enabled: false }],
    ['left to others', { exceptAccounts: ['111122223333'] }],
  ])('is nothing to wait for where it is %s', async (_, access) => {
    const {
      requestAccess,
      start: roll,
      get,
      tick,
      hcpTerraform,
    } = await start({ access });
    hcpTerraform.workspaces = [];
    const { body } = await requestAccess(orders).expect(200);
    expect(body.items).toMatchObject([
      { state: 'unmanaged' },
      { state: 'unmanaged' },
    ]);
    const { body: started } = await roll(requestOf()).expect(201);
    await tick(10);
    const { body: ended } = await get(`/rollouts/${started.id}`).expect(200);
    expect(ended.state).toBe('applied');
  });

  it('is there, and rolled out, as HCP Terraform tells of its runs', async () => {
    const { requestAccess, start: roll, get, tick, tell } = await start();
    await requestAccess({ ...orders, placements: [first] }).expect(200);
    const { body: started } = await roll(requestOf()).expect(201);
    const rollout = async () =>
      (await get(`/rollouts/${started.id}`).expect(200)).body;
    await tick(4);
    // The rest is told: nobody looks by themselves.
    for (let told = 0; (await rollout()).state === 'running'; told += 1) {
      expect(told).toBeLessThan(200);
      for (const runId of ['run-1', 'run-2', 'run-3', 'run-unknown']) {
        await tell(runId);
      }
    }
    expect((await rollout()).state).toBe('applied');
  });

  it('is released where its component has gone from the catalog', async () => {
    const { requestAccess, removeAccess, tick, hcpTerraform, denied } =
      await start();
    await requestAccess(returns).expect(200);
    await tick(6);
    const query = 'componentRef=returns';
    expect(messageOf(await removeAccess(query).expect(409))).toContain(
      'destroy them first',
    );
    hcpTerraform.gone.add('returns-prod-use1');
    denied.add('soa.access.release');
    expect(messageOf(await removeAccess(query).expect(404))).toContain(
      'the permission soa.access.release',
    );
    denied.clear();
    // Whoever releases it answers for it that nothing is left.
    hcpTerraform.projects = [];
    await removeAccess(query).expect(200);
    await tick(6);
    const { body } = await removeAccess(query).expect(200);
    expect(body.items).toEqual([]);
    // It is there, and only hidden from people.
    await removeAccess('componentRef=ledger').expect(404);
  });

  it('is seen by whoever may release it', async () => {
    const knex = await databases.init(id);
    const { get, service, denied } = await startPortal(knex);
    const componentRef = 'component:default/returns';
    await new AccessStore(knex).request([
      wishOf('prod-use1', { componentRef }),
    ]);
    const seen = await get('/access?componentRef=returns').expect(200);
    expect(statesOf(seen)).toEqual([['acme/orders-prod-use1', 'waiting']]);
    // It is there, and only hidden from people.
    await get('/access?componentRef=ledger').expect(404);
    await get('/access?componentRef=returns', service).expect(404);
    denied.add('soa.access.release');
    await get('/access?componentRef=returns').expect(404);
  });

  it('has recorded who asked for it, and who had it taken away', async () => {
    const knex = await databases.init(id);
    const { removeAccess, tick, hcpTerraform, events } = await startPortal(
      knex,
    );
    hcpTerraform.resourceCount = 0;
    await new AccessStore(knex).request([wishOf('prod-use1')]);
    await tick(5);
    await removeAccess('componentRef=orders').expect(200);
    await tick(5);
    const writes = events.filter(({ eventId }) => eventId === 'access-write');
    expect(writes.map(({ meta }) => meta)).toMatchObject([
      { requestedBy: ['user:default/guest'], removals: [] },
      {
        requestedBy: ['user:default/mock'],
        removals: ['orders-prod-use1'],
      },
    ]);
  });

  it('is not there where it was never given and cannot be taken away', async () => {
    const {
      requestAccess,
      removeAccess,
      start: roll,
      get,
      tick,
      hcpTerraform,
    } = await start();
    hcpTerraform.failing.add('account-baseline');
    hcpTerraform.resourceCount = 0;
    await requestAccess({ ...orders, placements: [first] }).expect(200);
    await tick(5);
    await removeAccess('componentRef=orders').expect(200);
    await tick(5);
    const { body } = await get('/access?componentRef=orders').expect(200);
    expect(body.items).toMatchObject([
      {
        state: 'failed',
        reason: expect.stringMatching(/^It could not be taken away\. The run/),
      },
    ]);
    const { body: started } = await roll(requestOf()).expect(201);
    await tick(3);
    const rollout = await get(`/rollouts/${started.id}`).expect(200);
    expect(rollout.body.stages[0].waves[0].targets[0]).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(/^There is no deploy access/),
    });
  });

  it('is forgotten where somebody else sees to the account by now', async () => {
    const knex = await databases.init(id);
    const { removeAccess, get, hcpTerraform } = await startPortal(knex, {
      access: { exceptAccounts: ['111122223333'] },
    });
    hcpTerraform.resourceCount = 0;
    await new AccessStore(knex).request([wishOf('prod-use1')]);
    const { body } = await removeAccess('componentRef=orders').expect(200);
    expect(body.items).toEqual([]);
    const listed = await get('/access?componentRef=orders').expect(200);
    expect(listed.body.items).toEqual([]);
  });

  it('stays where the token may only not see the workspace any more', async () => {
    const { requestAccess, removeAccess, get, tick, hcpTerraform } =
      await start();
    await requestAccess({ ...orders, placements: [first] }).expect(200);
    await tick(5);
    const query = 'componentRef=orders&workspace=acme/orders-prod-use1';
    hcpTerraform.gone.add('orders-prod-use1');
    hcpTerraform.projects = ['team-pay'];
    expect(messageOf(await removeAccess(query).expect(409))).toMatch(
      /^The portal's token sees neither the workspace acme\/orders-prod-use1 nor its project team-shop, .*: let the token see the project, and try again\. .* soa\.access\.release takes the access away$/,
    );
    await tick(5);
    const kept = await get('/access?componentRef=orders').expect(200);
    expect(statesOf(kept)).toEqual([['acme/orders-prod-use1', 'ready']]);

    hcpTerraform.projects.push('team-shop');
    await removeAccess(query).expect(200);
    await tick(5);
    const { body } = await get('/access?componentRef=orders').expect(200);
    expect(body.items).toEqual([]);
  });

  it('goes once nothing is left to destroy with it', async () => {
    const { requestAccess, removeAccess, get, tick, hcpTerraform, events } =
      await start();
    await requestAccess(orders).expect(200);
    await tick(5);
    const query = 'componentRef=orders&workspace=acme/orders-prod-use1';
    expect(messageOf(await removeAccess(query).expect(409))).toMatch(
      /still has resources, .* destroy them first$/,
    );
    hcpTerraform.resourceCount = 0;
    hcpTerraform.failing.add('account-baseline');
    await removeAccess(query).expect(200);
    await tick(5);
    const kept = await get('/access?componentRef=orders').expect(200);
    expect(kept.body.items[1]).toMatchObject({
      workspace: 'acme/orders-prod-use1',
      state: 'ready',
      reason: expect.stringMatching(/^It could not be taken away\. The run/),
    });

    hcpTerraform.failing.clear();
    await removeAccess(query).expect(200);
    await tick(5);
    const { body } = await get('/access?componentRef=orders').expect(200);
    expect(body.items).toMatchObject([{ workspace: 'acme/orders-prod-euw1' }]);
    const again = await removeAccess(query).expect(200);
    expect(again.body.items).toEqual([]);
    const refused = await removeAccess('componentRef=cart').expect(403);
    expect(messageOf(refused)).toContain('soa.workspace.destroy');
    await removeAccess('componentRef=ledger').expect(404);
    const asked = events.filter(({ eventId }) =>
      ['access-request', 'access-remove'].includes(eventId),
    );
    expect(asked.map(({ eventId, outcome }) => [eventId, outcome])).toEqual([
      ['access-request', 'success'],
      ['access-remove', 'fail'],
      ['access-remove', 'success'],
      ['access-remove', 'success'],
      ['access-remove', 'success'],
      ['access-remove', 'fail'],
      ['access-remove', 'fail'],
    ]);
  });
});
