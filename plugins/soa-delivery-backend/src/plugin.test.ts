import { TestDatabases } from '@backstage/backend-test-utils';
import {
  placementOf,
  requestOf,
  requestOfCommit,
} from './__testUtils__/requestOf';
import { rolloutWish, rolloutWishOfCommit } from './__testUtils__/rolloutWish';
import { startPortal } from './__testUtils__/startPortal';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const FIRST_EUW1 = {
  stages: [{ environment: 'prod', waves: [{ region: 'eu-west-1' }] }],
};

/** What is asked for in one stage. */
const planOf = (stage: object) => ({ plan: { stages: [stage] } });

const messageOf = ({ body }: { body: { error: { message: string } } }) =>
  body.error.message;

describe.each(databases.eachSupportedId())('soa-delivery on %s', databaseId => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeEach(async () => {
    portal = await startPortal(await databases.init(databaseId));
  });

  it('takes a rollout from its start to applied', async () => {
    const { start, get, tick, events } = portal;
    const { body: started } = await start(requestOf()).expect(201);
    expect(started).toMatchObject({
      state: 'running',
      initiator: 'user:default/mock',
    });
    await tick(10);
    const { body } = await get(`/rollouts/${started.id}`).expect(200);
    expect(body).toMatchObject({
      state: 'applied',
      message: 'All 2 placements are applied.',
      planned: true,
      counts: {
        all: 2,
        applied: 2,
        failed: 0,
        canceled: 0,
        skipped: 0,
        rolledBack: 0,
        destroyed: 0,
      },
      stages: [
        {
          environment: 'prod',
          state: 'passed',
          waves: [{ state: 'passed', checks: [] }],
        },
      ],
      // What is applied had something before, which it can get back.
      actions: ['rollback'],
    });
    expect(body.events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'started',
      'wave-begun',
      'planned',
      'wave-passed',
      'ended',
    ]);
    const [target] = body.stages[0].waves[0].targets;
    expect(target.run.url).toBe(
      `https://tfc.example/orders-prod-use1/${target.run.id}`,
    );
    expect(events.map(({ eventId, outcome }) => [eventId, outcome])).toEqual([
      ['rollout-start', 'success'],
      ...['configuration-upload', 'run-start', 'run-confirm'].flatMap(write => [
        [write, 'success'],
        [write, 'success'],
      ]),
    ]);
  });

  it('serves waves, and what waits for those before it', async () => {
    const { start, get, tick } = portal;
    const ordered = requestOf({ plan: FIRST_EUW1 });
    const { body } = await start(ordered).expect(201);
    const [stage] = body.stages;
    expect(stage).toMatchObject({
      environment: 'prod',
      state: 'waiting',
      maxConcurrent: 10,
      failureTolerance: 0,
      bake: 0,
      onFailure: 'stop',
      waves: [
        { targets: [{ placement: { key: 'prod-euw1' } }] },
        { targets: [{ placement: { key: 'prod-use1' }, waitsFor: 'plans' }] },
      ],
    });
    const { body: side } = await start(requestOf()).expect(201);
    expect(side.id).not.toBe(body.id);
    await tick(20);
    const ended = await get(`/rollouts/${body.id}`).expect(200);
    expect(ended.body).toMatchObject({ state: 'applied' });
  });

  it('answers a repeated request with the same rollout, and no other', async () => {
    const { start } = portal;
    const keyed = requestOf({ idempotencyKey: 'task-1' });
    const first = await start(keyed).expect(201);
    const second = await start(keyed).expect(201);
    expect(second.body.id).toBe(first.body.id);
    const other = await start({
      ...keyed,
      placements: keyed.placements.slice(1),
    }).expect(409);
    expect(messageOf(other)).toMatch(/^idempotencyKey: .*give another key$/);
  });

  it('says without starting anything what a request would get', async () => {
    const { start, get, events } = portal;
    const dry = { ...requestOf(), dryRun: true };
    const unknown = await start(dry).expect(200);
    const whole = [
      { environment: 'prod', waves: [['prod-use1', 'prod-euw1']] },
    ];
    expect(unknown.body).toEqual({ stages: whole });
    expect((await get('/rollouts')).body).toEqual({ items: [] });

    const { body } = await start(requestOf()).expect(201);
    const known = await start(dry).expect(200);
    const { stages, planned, actions, events: of, ...summary } = body;
    expect(known.body).toEqual({ joins: summary, stages: whole });
    expect(stages[0].waves).toHaveLength(1);
    const other = { ...dry, plan: FIRST_EUW1 };
    expect((await start(other).expect(200)).body).toEqual({
      stages: [{ environment: 'prod', waves: [['prod-euw1'], ['prod-use1']] }],
    });
    expect((await get('/rollouts')).body.items).toHaveLength(1);
    expect(
      events.map(({ eventId, meta, outcome }) => [eventId, meta, outcome]),
    ).toEqual(
      [true, false, true, true].map(dryRun => [
        'rollout-start',
        { componentRef: 'component:default/orders', dryRun },
        'success',
      ]),
    );
    expect(events.map(({ told }) => told)).toEqual([
      { rolloutId: null },
      { rolloutId: body.id, placements: ['prod-use1', 'prod-euw1'] },
      { rolloutId: body.id },
      { rolloutId: null },
    ]);
  });

  it('knows in a dry run what a key was used for', async () => {
    const { start, tick } = portal;
    const keyed = requestOf({ idempotencyKey: 'task-1' });
    const { body } = await start(keyed).expect(201);
    await tick(10);
    const again = await start({ ...keyed, dryRun: true }).expect(200);
    expect(again.body.joins).toMatchObject({ id: body.id, state: 'applied' });
    const fresh = await start({ ...requestOf(), dryRun: true }).expect(200);
    expect(fresh.body.joins).toBeUndefined();
    const other = { ...keyed, placements: keyed.placements.slice(1) };
    await start({ ...other, dryRun: true }).expect(409);
  });

  it.each([
    [400, 'source.url', { source: { url: 'file:///etc/passwd' } }],
    [400, 'source.url', { source: { url: 'https://evil.example/x.tar.gz' } }],
    [400, 'placements', { placements: [] }],
    [400, 'plan.stages[0].environment', planOf({ environment: 'qa' })],
    [
      400,
      'plan.stages[0].waves[0]: none of the placements is in region us-west-2',
      planOf({ environment: 'prod', waves: [{ region: 'us-west-2' }] }),
    ],
    [
      400,
      'plan.stages[0].waves[0].account',
      planOf({ environment: 'prod', waves: [{ account: 111122223333 }] }),
    ],
    [
      400,
      'plan.stages[0].bake: must be a duration',
      planOf({ environment: 'prod', bake: 'long' }),
    ],
    [
      400,
      'plan.stages[0]: Unrecognized key: "canaries"',
      planOf({ environment: 'prod', canaries: 1 }),
    ],
    [
      400,
      'soa.delivery.checks.allow',
      planOf({
        environment: 'prod',
        checks: [{ type: 'health', url: 'https://internal.example/' }],
      }),
    ],
    [400, 'operation', { operation: 'replace' }],
    [
      400,
      'placements[0].account',
      { placements: [{ ...placementOf('us-east-1', 'use1'), account: 1 }] },
    ],
    [
      400,
      'placements',
      { placements: [placementOf('ap-northeast-1', 'apne1')] },
    ],
    [
      400,
      'acme/not-orders-prod-use1',
      {
        placements: [
          {
            ...placementOf('us-east-1', 'use1'),
            workspace: 'acme/not-orders-prod-use1',
          },
        ],
      },
    ],
    [400, 'componentRef', { componentRef: 'orders:::' }],
    [400, 'idempotencyKey', { idempotencyKey: 'task-1\0' }],
    [403, 'soa.workspace.apply', { componentRef: 'component:default/cart' }],
    [404, 'component:default/none', { componentRef: 'component:default/none' }],
    [
      404,
      'component:default/ledger',
      { componentRef: 'component:default/ledger' },
    ],
  ])('answers %i and names %s', async (status, name, change) => {
    const { start, get, events, service } = portal;
    const asked = { ...requestOf(), ...change };
    for (const wanted of [asked, { ...asked, dryRun: true }]) {
      const answer = await start(wanted).expect(status);
      expect(messageOf(answer)).toContain(name);
    }
    const refused = { eventId: 'rollout-start', outcome: 'fail' };
    expect(events).toEqual([
      expect.objectContaining(refused),
      expect.objectContaining(refused),
    ]);
    const { body } = await get('/rollouts', service);
    expect(body).toEqual({ items: [] });
  });

  it('is started by people only', async () => {
    const { start, service } = portal;
    const answer = await start(requestOf(), service).expect(403);
    expect(messageOf(answer)).toBe('A rollout is started by a user');
  });

  it('lists page by page, and only what one may read', async () => {
    const { start, get, service } = portal;
    const ids: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const { body } = await start(requestOfCommit(index)).expect(201);
      ids.unshift(body.id);
    }
    const first = await get('/rollouts?limit=2').expect(200);
    const second = await get(
      `/rollouts?limit=2&cursor=${first.body.nextCursor}`,
    ).expect(200);
    const listed = [...first.body.items, ...second.body.items];
    expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(ids));
    expect(listed).toHaveLength(3);
    // How far each has come, and not the whole of it.
    for (const item of listed) {
      expect(item).toMatchObject({ counts: { all: 2, applied: 0 } });
      expect(item).not.toHaveProperty('stages');
    }
    expect(second.body.nextCursor).toBeUndefined();

    const failed = await get('/rollouts?state=failed', service).expect(200);
    expect(failed.body).toEqual({ items: [] });
    expect(messageOf(await get('/rollouts?cursor=x').expect(400))).toMatch(
      /^cursor/,
    );
    expect(messageOf(await get('/rollouts?limit=0').expect(400))).toMatch(
      /^limit/,
    );
    expect(messageOf(await get('/rollouts?component=%00').expect(400))).toMatch(
      /^component/,
    );
    const cursor = Buffer.from('["2026\\u0000","x"]').toString('base64url');
    expect(
      messageOf(await get(`/rollouts?cursor=${cursor}`).expect(400)),
    ).toMatch(/^cursor/);
    const named = await get('/rollouts?component=Component:Orders').expect(200);
    expect(named.body.items).toHaveLength(3);
    await get('/rollouts/none').expect(404);
    await get('/rollouts/%00').expect(400);
  });

  it('says where an exclusive rollout waits, and for whom to who may know', async () => {
    const { store, start, get, tick, service } = portal;
    const approval = { group: 'group:default/team-platform' };
    await store.insert(
      rolloutWish({
        componentRef: 'component:default/ledger',
        placements: [
          {
            ...placementOf('us-east-1', 'use1'),
            workspace: 'acme/ledger-prod-use1',
          },
        ],
        exclusive: true,
        plan: { stages: [{ environment: 'prod', approval }] },
      }),
      'user:default/other',
    );
    await tick(1);
    const { body } = await start(requestOf({ exclusive: true })).expect(201);
    await tick(1);
    const path = `/rollouts/${body.id}`;
    const waiting = (await get(path).expect(200)).body;
    expect(waiting.queue).toEqual({ account: '111122223333', ahead: 1 });
    expect(waiting.stages[0].waves[0].targets[0].waitsFor).toBe('lock');
    expect((await get(path, service).expect(200)).body.queue).toMatchObject({
      holder: 'component:default/ledger',
    });
  });

  it('shows what became of a component that has left the catalog', async () => {
    const { store, get, service } = portal;
    const insert = async (commit: number, initiator: string, owner: string) =>
      (
        await store.insert(
          {
            ...rolloutWishOfCommit(commit, {
              componentRef: 'component:default/gone',
              operation: 'destroy',
            }),
            owner,
          },
          initiator,
        )
      ).id;
    const started = await insert(1, 'user:default/mock', 'group:default/other');
    const owned = await insert(
      2,
      'user:default/x',
      'group:default/team-platform',
    );
    const theirs = await insert(
      3,
      'user:default/x',
      'group:default/team-other',
    );
    await get(`/rollouts/${started}`).expect(200);
    await get(`/rollouts/${owned}`).expect(200);
    await get(`/rollouts/${theirs}`).expect(404);
    await get(`/rollouts/${theirs}`, service).expect(200);
    const { body } = await get('/rollouts').expect(200);
    expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual(
      [started, owned].sort(),
    );
  });

  it('shows nothing of a component that one may not see', async () => {
    const { store, get, service, tellRollout } = portal;
    const { id } = await store.insert(
      {
        ...rolloutWish({ componentRef: 'component:default/ledger' }),
        owner: 'group:default/team-platform',
      },
      'user:default/other',
    );
    await get(`/rollouts/${id}`).expect(404);
    expect((await get('/rollouts').expect(200)).body).toEqual({ items: [] });
    await get(`/rollouts/${id}/log?placement=prod-use1`).expect(404);
    for (const command of ['pause', 'resume', 'cancel', 'rollback']) {
      await tellRollout(id, command).expect(404);
      await tellRollout('none', command).expect(404);
    }
    const decision = { approvalId: 'x', decision: 'approved' };
    await tellRollout(id, 'approve', decision).expect(404);
    expect((await store.get(id))!.version).toBe(0);
    await get(`/rollouts/${id}`, service).expect(200);
    const { body } = await get('/rollouts', service).expect(200);
    expect(body.items).toHaveLength(1);
  });
});
