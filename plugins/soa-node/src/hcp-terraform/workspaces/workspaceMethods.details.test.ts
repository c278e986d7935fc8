import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { listPage, resource } from '../../__testUtils__/jsonApi';
import type { HcpTerraformClient } from '../HcpTerraformClient';

const DETAILS = 'vars,outputs,current_state_version,current_assessment_result';

describe('workspaces with details', () => {
  let server: FakeServer;
  let client: HcpTerraformClient;
  let reasons: string[];

  const to = (type: string, id: string) => ({ type, id });

  const workspace = resource(
    'workspaces',
    'ws-1',
    {
      name: 'orders-prod-use1',
      permissions: {
        'can-read-variable': true,
        'can-read-state-outputs': false,
      },
    },
    {
      vars: [to('vars', 'var-1')],
      outputs: [
        to('workspace-outputs', 'wsout-1'),
        to('workspace-outputs', 'wsout-2'),
      ],
      'current-state-version': to('state-versions', 'sv-1'),
      'current-assessment-result': to('assessment-results', 'asmtres-1'),
    },
  );

  const state = (attributes: object) =>
    resource('state-versions', 'sv-1', {
      'created-at': '2026-11-20T12:00:00Z',
      'hosted-state-download-url': 'https://archivist.test/secret',
      ...attributes,
    });

  const assessment = (attributes: object) =>
    resource('assessment-results', 'asmtres-1', {
      succeeded: true,
      drifted: true,
      'resources-drifted': 2,
      'created-at': '2026-11-21T12:00:00Z',
      ...attributes,
    });

  const details = () => [
    resource('vars', 'var-1', { key: 'placement', value: 'prod-use1' }),
    resource('workspace-outputs', 'wsout-1', {
      name: 'service_arn',
      sensitive: false,
      'output-type': 'string',
      value: 'arn:service',
    }),
    resource('workspace-outputs', 'wsout-2', {
      name: 'password',
      sensitive: true,
      'output-type': 'string',
      value: 'leaked',
    }),
    state({ 'resources-processed': true }),
    assessment({}),
  ];

  const all = async () => {
    const found = [];
    for await (const one of client.listWorkspaces({
      withDetails: true,
      onWithoutDetails: ({ message }) => reasons.push(message),
    })) {
      found.push(one);
    }
    return found;
  };

  const included = () =>
    server.requests.map(({ url }) => {
      const { searchParams } = new URL(url, server.url);
      return [
        searchParams.get('include')!.endsWith(DETAILS),
        searchParams.get('page[number]'),
      ];
    });

  beforeEach(async () => {
    reasons = [];
    server = await FakeServer.start();
    client = clientOf(server);
  });

  afterEach(() => server.stop());

  it('come in one request, without secrets', async () => {
    server.answer(listPage([workspace], null, details()));
    const found = await all();
    expect(found).toMatchObject([
      {
        mayReadVariables: true,
        mayReadOutputs: false,
        variables: [{ key: 'placement', value: 'prod-use1' }],
        outputs: [
          { name: 'service_arn', sensitive: false, value: 'arn:service' },
          { name: 'password', sensitive: true },
        ],
        currentStateVersionId: 'sv-1',
        hasState: true,
        stateCreatedAt: '2026-11-20T12:00:00Z',
        assessment: {
          drifted: true,
          resourcesDrifted: 2,
          createdAt: '2026-11-21T12:00:00Z',
        },
      },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/leaked|secret"|archivist/);
    expect(included()).toEqual([[true, null]]);
  });

  it('are unknown where some are left out', async () => {
    server.answer(listPage([workspace], null, [details()[1]]));
    const [{ variables, outputs, assessment: result }] = await all();
    expect([variables, outputs, result]).toEqual(Array(3).fill(undefined));
  });

  it('have no outputs while the state is processed', async () => {
    server.answer(
      listPage([workspace], null, [
        ...details().slice(0, 3),
        state({ 'resources-processed': false }),
      ]),
    );
    expect((await all())[0].outputs).toBeUndefined();
  });

  it('do not say of drift what an assessment that failed says', async () => {
    server.answer(
      listPage([workspace], null, [
        assessment({ succeeded: false, drifted: false }),
      ]),
    );
    expect((await all())[0].assessment).toEqual({
      id: 'asmtres-1',
      createdAt: '2026-11-21T12:00:00Z',
    });
  });

  it('tell that there is no state from not being told', async () => {
    const { relationships, ...rest } = resource('workspaces', 'ws-2', {});
    server.answer(
      listPage([
        {
          ...rest,
          relationships: { 'current-state-version': { data: null } },
        },
        { ...rest, id: 'ws-3', relationships: {} },
      ]),
    );
    expect((await all()).map(({ hasState }) => hasState)).toEqual([
      false,
      undefined,
    ]);
  });

  it.each([400, 422, 504])(
    'are done without from the page on that is answered %p',
    async status => {
      const failures = status === 504 ? 6 : 1;
      server.answer(
        listPage([workspace], 2, details()),
        ...Array(failures).fill({ status }),
        listPage([resource('workspaces', 'ws-2', { name: 'two' })], 3),
        listPage([resource('workspaces', 'ws-3', { name: 'three' })]),
      );
      expect((await all()).map(({ id }) => id)).toEqual([
        'ws-1',
        'ws-2',
        'ws-3',
      ]);
      expect(included()).toEqual([
        [true, null],
        ...Array(failures).fill([true, '2']),
        [false, '2'],
        [false, '3'],
      ]);
      expect(reasons).toEqual([expect.stringContaining('/workspaces')]);
    },
  );

  it.each([401, 404])('fail where the list itself does: %p', async status => {
    server.answer(listPage([workspace], 2, details()), { status });
    await expect(all()).rejects.toMatchObject({ status });
    expect(reasons).toEqual([]);
  });

  it('fail where the rate limit does not end, and ask for no more', async () => {
    server.answer(...Array(6).fill({ status: 429 }));
    await expect(all()).rejects.toMatchObject({ status: 429 });
    expect(server.requests).toHaveLength(6);
  });

  it('come with a single workspace, too, as far as the host gives them', async () => {
    server.answer(
      { body: { data: workspace, included: details() } },
      { status: 422 },
      { body: { data: workspace, included: [] } },
    );
    const find = () => client.findWorkspace('orders', { withDetails: true });
    expect((await find())?.assessment?.drifted).toBe(true);
    expect(await find()).toMatchObject({ id: 'ws-1', variables: undefined });
    expect(included()).toEqual([
      [true, null],
      [true, null],
      [false, null],
    ]);
  });
});
