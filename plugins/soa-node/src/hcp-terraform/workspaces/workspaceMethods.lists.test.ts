import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { listPage, resource } from '../../__testUtils__/jsonApi';
import type { HcpTerraformClient } from '../HcpTerraformClient';

const INCLUDE = 'include=project%2Ccurrent_run%2Ceffective_tag_bindings';

describe('listWorkspaces', () => {
  let server: FakeServer;
  let client: HcpTerraformClient;

  const workspace = (id: string) =>
    resource('workspaces', id, { name: `name-${id}` });

  const all = async () => {
    const found = [];
    for await (const one of client.listWorkspaces()) {
      found.push(one);
    }
    return found;
  };

  beforeEach(async () => {
    server = await FakeServer.start();
    client = clientOf(server);
  });

  afterEach(() => server.stop());

  it('reads to the last page, empty ones too', async () => {
    server.answer(
      listPage([workspace('ws-1'), workspace('ws-2')], 2),
      listPage([], 5),
      listPage([workspace('ws-3')]),
    );
    expect((await all()).map(({ id }) => id)).toEqual(['ws-1', 'ws-2', 'ws-3']);
    const path = '/api/v2/organizations/acme/workspaces?';
    const query = server.requests.map(({ url }) => url.replace(path, ''));
    expect(query).toEqual([
      `${INCLUDE}&page%5Bsize%5D=100`,
      `${INCLUDE}&page%5Bsize%5D=100&page%5Bnumber%5D=2`,
      `${INCLUDE}&page%5Bsize%5D=100&page%5Bnumber%5D=5`,
    ]);
  });

  it('asks for those with some tags, and takes no others', async () => {
    const tagged = (id: string, value: string) => ({
      ...resource(
        'workspaces',
        id,
        { name: id },
        {
          'effective-tag-bindings': [{ type: 'effective-tag-bindings', id }],
        },
      ),
      tag: resource('effective-tag-bindings', id, {
        key: 'soa-account',
        value,
      }),
    });
    const found = [tagged('ws-1', '1'), tagged('ws-2', '2')];
    server.answer(
      listPage(
        found,
        null,
        found.map(({ tag }) => tag),
      ),
    );
    const names = [];
    for await (const { name } of client.listWorkspaces({
      tags: { 'soa-account': '1' },
    })) {
      names.push(name);
    }
    expect(names).toEqual(['ws-1']);
    expect(
      new URL(server.requests[0].url, server.url).searchParams.toString(),
    ).toContain(
      new URLSearchParams({
        'filter[tagged][0][key]': 'soa-account',
        'filter[tagged][0][value]': '1',
      }).toString(),
    );
  });

  it('gives workspaces with project, current run and tags', async () => {
    server.answer(
      listPage(
        [
          resource(
            'workspaces',
            'ws-1',
            {
              name: 'orders-prod-use1',
              description: null,
              'working-directory': 'infra',
              'terraform-version': '1.11.4',
              'auto-apply': false,
              'assessments-enabled': true,
              'resource-count': 12,
              'latest-change-at': '2026-11-20T12:00:00Z',
              'source-name': 'Backstage',
              'something-new': { a: 1 },
            },
            {
              project: { type: 'projects', id: 'prj-1' },
              'current-run': { type: 'runs', id: 'run-1' },
              'current-state-version': { type: 'state-versions', id: 'sv-1' },
              'effective-tag-bindings': [
                { type: 'effective-tag-bindings', id: 'a' },
                { type: 'effective-tag-bindings', id: 'b' },
                { type: 'effective-tag-bindings', id: 'c' },
                { type: 'effective-tag-bindings', id: 'gone' },
              ],
            },
          ),
        ],
        null,
        [
          resource('projects', 'prj-1', { name: 'team-shop' }),
          resource('runs', 'run-1', {
            status: 'a_status_of_tomorrow',
            actions: { 'is-confirmable': true },
          }),
          resource('effective-tag-bindings', 'a', { key: 'k', value: 'v' }),
          resource('effective-tag-bindings', 'b', { key: 'flat' }),
          resource(
            'effective-tag-bindings',
            'c',
            { key: 'cost-center', value: '7' },
            { 'inherited-from': { type: 'projects', id: 'prj-1' } },
          ),
          { oddity: true },
        ],
      ),
    );
    expect(await all()).toEqual([
      {
        id: 'ws-1',
        name: 'orders-prod-use1',
        project: { id: 'prj-1', name: 'team-shop' },
        workingDirectory: 'infra',
        terraformVersion: '1.11.4',
        autoApply: false,
        assessmentsEnabled: true,
        resourceCount: 12,
        latestChangeAt: '2026-11-20T12:00:00Z',
        currentStateVersionId: 'sv-1',
        hasState: true,
        sourceName: 'Backstage',
        currentRun: expect.objectContaining({
          id: 'run-1',
          status: 'a_status_of_tomorrow',
          isConfirmable: true,
        }),
        tagBindings: { k: 'v', flat: '', 'cost-center': '7' },
        inheritedTags: ['cost-center'],
      },
    ]);
  });

  it('reads whatever a host leaves out or sends in another form', async () => {
    server.answer({
      body: {
        data: [
          { id: 'ws-1', type: 'workspaces' },
          { id: 'ws-2', type: 'workspaces', attributes: null },
          {
            id: 'ws-3',
            type: 'workspaces',
            attributes: { name: 7, 'auto-apply': 'no', 'resource-count': '9' },
            relationships: {
              project: null,
              'current-run': { data: null },
              'effective-tag-bindings': { data: 'none' },
              odd: 3,
            },
          },
          { id: 'ws-4', type: 'workspaces', relationships: [] },
        ],
        included: null,
        meta: null,
      },
    });
    const found = await all();
    expect(found.map(({ id }) => id)).toEqual(['ws-1', 'ws-2', 'ws-3', 'ws-4']);
    expect(found[2]).toMatchObject({
      name: 'ws-3',
      autoApply: false,
      resourceCount: undefined,
      tagBindings: {},
    });
  });

  it.each([
    ['no list', { body: { data: {} } }],
    ['a workspace without id', { body: { data: [{ type: 'workspaces' }] } }],
    ['nothing', {}],
    ['pages in a circle', listPage([], 1)],
  ])('does not take for few what comes as %s', async (_name, answer) => {
    server.answer(answer);
    await expect(all()).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('something other than JSON:API'),
    });
  });

  it.each([
    ['no word of pages', undefined],
    ['a next page that is no number', { pagination: { 'next-page': '2' } }],
    ['pages without a next one', { pagination: { 'total-pages': 7 } }],
  ])('does not take a full page with %s for the last', async (_name, meta) => {
    const data = Array.from({ length: 100 }, (_, index) =>
      workspace(`ws-${index}`),
    );
    server.answer({ body: { data, meta } });
    await expect(all()).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('does not say whether another follows'),
    });
    server.answer({ body: { data: data.slice(1), meta } });
    expect(await all()).toHaveLength(99);
  });

  it.each([1, 2])(
    'does not take for few where page %i is not to be had',
    async page => {
      if (page === 2) {
        server.answer(listPage([workspace('ws-1')], 2));
      }
      server.answer({ status: 404 });
      await expect(all()).rejects.toMatchObject({
        kind: 'not-found-or-not-allowed',
        message: expect.stringContaining('check soa.hcpTerraform'),
      });
    },
  );

  it('ends with its signal between pages', async () => {
    server.route(() => listPage([workspace('ws-1')], 2));
    const abort = new AbortController();
    const read = async () => {
      for await (const one of client.listWorkspaces({ signal: abort.signal })) {
        expect(one.id).toBe('ws-1');
        abort.abort(new Error('enough'));
      }
    };
    await expect(read()).rejects.toThrow('enough');
    expect(server.requests).toHaveLength(1);
  });
});
