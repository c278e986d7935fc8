import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import { runOf, throttled, waitingRun } from '../__testUtils__/FakeRuns';
import { startPortal } from '../__testUtils__/startPortal';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const ORDERS = 'component:default/orders';
const RUNS = '/workspaces/ws-orders1/runs';
const OF_ROLLOUT = 'Triggered via Backstage, rollout 1a-2b/0 (apply)';

describe.each(databases.eachSupportedId())('runs on %s', databaseId => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal(await databases.init(databaseId));
  });

  beforeEach(() => {
    const { runs, denied, auditor } = portal;
    Object.assign(runs, { runs: [runOf()], versions: [], failure: undefined });
    runs.done = [];
    runs.resources = [];
    denied.clear();
    auditor.createEvent
      .mockReset()
      .mockImplementation(
        async () => ({ success: jest.fn(), fail: jest.fn() } as never),
      );
  });

  const messageOf = (answer: { body: any }) => answer.body.error.message;

  /** Each event with how it ended, and what was told then. */
  const recorded = async () => {
    const { createEvent } = portal.auditor;
    return Promise.all(
      createEvent.mock.calls.map(async ([{ eventId, meta }], index) => {
        const { success, fail } = (await createEvent.mock.results[index]
          .value) as any;
        const [ended] = [...success.mock.calls, ...fail.mock.calls];
        const how = fail.mock.calls.length > 0 ? 'failed' : 'succeeded';
        return [eventId, { ...meta, ...ended[0].meta }, how];
      }),
    );
  };

  it('lists the newest with what can be done, and what the caller may', async () => {
    const { get, post, runs, denied } = portal;
    runs.runs = [waitingRun({ message: OF_ROLLOUT }), runOf()];
    denied.add(`soa.workspace.destroy ${ORDERS}`);
    // What somebody does makes the list that is kept old.
    await post(RUNS, { type: 'plan' }).expect(201);
    const { body } = await get(RUNS).expect(200);
    expect(body).toMatchObject({
      may: { plan: true, apply: true, destroy: false },
      permittedOn: ORDERS,
      isProduction: true,
    });
    expect(body.isOld).toBeUndefined();
    expect(body.items[1]).toEqual({
      id: 'run-2',
      workspaceId: 'ws-orders1',
      status: 'planned',
      state: 'confirming',
      message: OF_ROLLOUT,
      createdAt: '2026-01-01T00:00:00Z',
      url: 'https://tfc.test/orders-prod-use1/run-2',
      planOnly: false,
      isDestroy: false,
      hasChanges: true,
      actions: ['apply', 'discard'],
      rolloutId: '1a-2b',
      plan: { add: 3, change: 1, destroy: 0, import: 0 },
    });
    expect(body.items[0]).toMatchObject({
      startedBy: 'user:default/mock',
      planOnly: true,
    });
    const forService = await get(RUNS, portal.service).expect(200);
    expect(forService.body.may).toEqual({
      plan: false,
      apply: false,
      destroy: false,
    });
  });

  it('asks HCP Terraform once for all who look', async () => {
    const { get, post, runs } = portal;
    await post(RUNS, { type: 'plan' }).expect(201);
    runs.lists = 0;
    await Promise.all([get(RUNS), get(RUNS), get(RUNS)]);
    await get(RUNS).expect(200);
    expect(runs.lists).toBe(1);
  });

  it('says that it can give no newer list', async () => {
    const { get, post, runs } = portal;
    await post(RUNS, { type: 'plan' }).expect(201);
    await get(RUNS).expect(200);
    await post('/runs/run-1/cancel', {}).expect(409);
    await post(RUNS, { type: 'plan' }).expect(201);
    runs.failure = throttled();
    const { body } = await get(RUNS).expect(200);
    expect(body.isOld).toBe(true);
    expect(body.items.length).toBeGreaterThan(0);
  });

  it.each([
    ['plan', { planOnly: true }, 'Because, triggered via'],
    ['apply', {}, 'Because, triggered via'],
  ])(
    'starts a run of what is in place: %s',
    async (type, attributes, words) => {
      const { post, runs } = portal;
      runs.runs = [
        runOf({ status: 'errored', configurationVersionId: 'cv-2' }),
        runOf(),
      ];
      const { body } = await post(RUNS, { type, message: ' Because ' }).expect(
        201,
      );
      expect(body).toMatchObject({
        id: 'run-new',
        startedBy: 'user:default/mock',
      });
      expect(runs.done).toEqual([
        [
          'create',
          {
            workspaceId: 'ws-orders1',
            configurationVersionId: 'cv-1',
            message: `${words} Backstage by user:default/mock`,
            ...attributes,
          },
        ],
      ]);
      expect(await recorded()).toEqual([
        [
          'workspace-run-start',
          { workspaceId: 'ws-orders1', type, runId: 'run-new' },
          'succeeded',
        ],
      ]);
    },
  );

  it('does not pass for a rollout, whatever somebody writes', async () => {
    const { post, runs } = portal;
    const { body } = await post(RUNS, { type: 'plan', message: OF_ROLLOUT });
    expect(body.rolloutId).toBeUndefined();
    expect(runs.runs[0].message).not.toMatch(/\(apply\)$/);
  });

  it.each([
    ['a rollout', waitingRun({ message: OF_ROLLOUT }), 'of the rollout 1a-2b'],
    ['somebody', waitingRun(), 'run-2 is under way'],
  ])('starts nothing to apply beside a run of %s', async (_who, run, why) => {
    const { post, runs } = portal;
    runs.runs = [run, runOf()];
    const refused = await post(RUNS, { type: 'apply' }).expect(409);
    expect(messageOf(refused)).toContain(why);
    await post(RUNS, { type: 'plan' }).expect(201);
    expect(runs.done).toHaveLength(1);
  });

  it.each([
    ['nothing was applied', [runOf({ planOnly: true })], []],
    ['all was destroyed', [runOf({ isDestroy: true }), runOf()], []],
    [
      'it is not known what',
      [runOf({ configurationVersionId: undefined })],
      ['cv-9'],
    ],
  ])('starts nothing where %s', async (_why, all, versions) => {
    const { post, runs } = portal;
    runs.runs = all;
    runs.versions = versions;
    const refused = await post(RUNS, { type: 'plan' }).expect(409);
    expect(messageOf(refused)).toContain('start a rollout');
    expect(runs.done).toEqual([]);
  });

  it.each(['apply', 'discard'])(
    'does it once it is asked to: %s',
    async action => {
      const { post, runs } = portal;
      runs.runs = [waitingRun(), runOf()];
      const { body } = await post(`/runs/run-2/${action}`, {
        comment: 'Go',
      }).expect(200);
      expect(body).toMatchObject({ id: 'run-2', actions: [] });
      expect(runs.done).toEqual([
        [
          action,
          'run-2',
          { comment: 'Go, triggered via Backstage by user:default/mock' },
        ],
      ]);
      expect(await recorded()).toEqual([
        [
          `run-${action}`,
          { runId: 'run-2', workspaceId: 'ws-orders1' },
          'succeeded',
        ],
      ]);
    },
  );

  it('leaves to a rollout when its run applies', async () => {
    const { post, runs } = portal;
    runs.runs = [waitingRun({ message: OF_ROLLOUT })];
    const refused = await post('/runs/run-2/apply', {}).expect(409);
    expect(messageOf(refused)).toContain(
      'of the rollout 1a-2b, which applies it',
    );
    expect(runs.done).toEqual([]);
    await post('/runs/run-2/discard', {}).expect(200);
  });

  it('leaves to others to apply what makes roles', async () => {
    const { post, runs } = portal;
    runs.runs = [
      waitingRun({ message: 'Triggered via Backstage, deploy access 5f-6' }),
    ];
    const refused = await post('/runs/run-2/apply', {}).expect(409);
    expect(messageOf(refused)).toContain('makes deploy access');
    expect(runs.done).toEqual([]);
  });

  it.each<[string, string, { type?: string }]>([
    ['plan', RUNS, { type: 'plan' }],
    ['apply', RUNS, { type: 'apply' }],
    ['apply', '/runs/run-2/apply', {}],
    ['apply', '/runs/run-2/discard', {}],
    ['apply', '/runs/run-3/cancel', {}],
    ['destroy', '/runs/run-4/apply', {}],
  ])('asks for soa.workspace.%s: POST %s', async (name, path, body) => {
    const { post, runs, denied } = portal;
    const all = [
      waitingRun(),
      runOf({
        id: 'run-3',
        status: 'planning',
        planOnly: true,
        isCancelable: true,
      }),
      waitingRun({ id: 'run-4', isDestroy: true }),
      runOf(),
    ];
    runs.runs = all;
    denied.add(`soa.workspace.${name} ${ORDERS}`);
    const refused = await post(path, body).expect(403);
    expect(messageOf(refused)).toContain(
      `ask for the permission soa.workspace.${name} on ${ORDERS}`,
    );
    const others = ['plan', 'apply', 'destroy'].filter(one => one !== name);
    denied.clear();
    others.forEach(one => denied.add(`soa.workspace.${one} ${ORDERS}`));
    expect(runs.done).toEqual([]);
    runs.runs = body.type === 'apply' ? [runOf()] : all;
    const done = await post(path, body);
    expect(done.status).toBeLessThan(300);
    expect((await recorded()).map(([, , how]) => how)).toEqual([
      'failed',
      'succeeded',
    ]);
  });

  it.each([
    ['POST', RUNS, { type: 'plan' }],
    ['POST', '/runs/run-2/apply', {}],
  ])('does nothing for other backends: %s %s', async (_method, path, body) => {
    const { post, runs, service } = portal;
    runs.runs = [waitingRun(), runOf()];
    await post(path, body, service).expect(403);
    expect(runs.done).toEqual([]);
  });

  it.each(['ws-ledger1', 'ws-nothing'])('does not tell of %s', async id => {
    const { get, post, runs } = portal;
    runs.runs = [waitingRun({ workspaceId: id })];
    await get(`/workspaces/${id}/runs`).expect(404);
    await get(`/workspaces/${id}/resources`).expect(404);
    await get('/runs/run-2').expect(404);
    await post(`/workspaces/${id}/runs`, { type: 'plan' }).expect(404);
    for (const action of ['apply', 'discard', 'cancel']) {
      await post(`/runs/run-2/${action}`, {}).expect(404);
    }
    expect(runs.done).toEqual([]);
  });

  it('gives a run with what it plans', async () => {
    const { get, runs } = portal;
    runs.runs = [waitingRun()];
    const { body } = await get('/runs/run-2').expect(200);
    expect(body).toMatchObject({
      state: 'confirming',
      plan: { add: 3, change: 1, destroy: 0, import: 0 },
    });
    await get('/runs/run-9').expect(404);
  });

  it('gives resources page by page', async () => {
    const { get, runs } = portal;
    runs.resources = ['a', 'b'].map(name => ({
      id: `wsr-${name}`,
      address: `aws_sqs_queue.${name}`,
      type: 'aws_sqs_queue',
    }));
    const path = '/workspaces/ws-orders1/resources';
    const first = await get(path).expect(200);
    expect(first.body).toEqual({
      items: [{ address: 'aws_sqs_queue.a', type: 'aws_sqs_queue' }],
      nextCursor: '2',
    });
    const second = await get(`${path}?cursor=2`).expect(200);
    expect(second.body.items).toHaveLength(1);
    expect(second.body.nextCursor).toBeUndefined();
    runs.failure = new HcpTerraformError('not-found-or-not-allowed', 'no', 404);
    expect(messageOf(await get(path).expect(404))).toContain(
      "the portal's token may not read its state",
    );
    runs.failure = throttled();
    await get(path).expect(503);
  });

  it.each([
    [RUNS, { type: 'destroy' }, 'type'],
    [RUNS, { type: 'plan', message: 'x'.repeat(501) }, 'message'],
    ['/runs/run-1%2F../apply', {}, 'id'],
    ['/runs/run-2/apply', { comment: 7 }, 'comment'],
  ])('refuses POST %s %j', async (path, body, where) => {
    portal.runs.runs = [waitingRun(), runOf()];
    const answer = await portal.post(path, body).expect(400);
    expect(messageOf(answer)).toContain(where);
    expect(portal.runs.done).toEqual([]);
  });

  it('serves nobody who does not say who they are', async () => {
    const nobody = mockCredentials.none.header();
    const answers = [
      await portal.get(RUNS, nobody),
      await portal.post(RUNS, { type: 'plan' }, nobody),
      await portal.post('/runs/run-2/apply', {}, nobody),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  });
});
