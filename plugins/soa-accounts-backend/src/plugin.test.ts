import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { ORGANIZATIONS_TOPIC } from '@backstage-soa/plugin-soa-node';
import { setTimeout as pause } from 'node:timers/promises';
import { SHOP, startPortal } from './__testUtils__/startPortal';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** Some things are told a little later, together. */
async function until(isSo: () => boolean) {
  while (!isSo()) {
    await pause(50);
  }
}

describe.each(databases.eachSupportedId())('soa-accounts on %s', databaseId => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal(await databases.init(databaseId));
  });

  const ids = (items: Array<{ id: string }>) => items.map(({ id }) => id);

  it('shows people what they may see in the catalog, and services all', async () => {
    const { get, service } = portal;
    const seen = async (path: string, authorization?: string) =>
      ids((await get(path, authorization).expect(200)).body.items);
    expect(await seen('/organization')).toEqual(['ou-p']);
    expect(await seen('/organization', service)).toEqual([
      'ou-p',
      'ou-w',
      'r-1',
    ]);
    expect(await seen('/organization?parent=ou-w', service)).toEqual(['ou-p']);
    expect(await seen('/accounts')).toEqual(['111122223333']);
    expect(await seen('/accounts', service)).toEqual([
      '111122223333',
      '444455556666',
    ]);
    expect(await seen('/workspaces')).toEqual(['ws-orders1']);
    expect(await seen('/workspaces', service)).toEqual([
      'ws-ghost1',
      'ws-ledger1',
      'ws-orders1',
    ]);
  });

  it('says whether what it shows is all there is', async () => {
    const { body } = await portal.get('/completeness').expect(200);
    expect(body).toEqual({ organization: true, workspaces: true });
  });

  it('filters and pages', async () => {
    const { get, service } = portal;
    const first = await get('/accounts?environment=prod&limit=1', service);
    expect(ids(first.body.items)).toEqual(['111122223333']);
    const second = await get(
      `/accounts?environment=prod&limit=1&cursor=${first.body.nextCursor}`,
      service,
    );
    expect(ids(second.body.items)).toEqual(['444455556666']);
    expect(second.body.nextCursor).toBeUndefined();
    const none = await get('/accounts?runtime=eks', service);
    expect(none.body).toEqual({ items: [] });
    const orders = await get('/workspaces?component=orders', service);
    expect(ids(orders.body.items)).toEqual(['ws-orders1']);
    const inAccount = await get('/workspaces?account=111122223333', service);
    expect(ids(inAccount.body.items)).toEqual([
      'ws-ghost1',
      'ws-ledger1',
      'ws-orders1',
    ]);
    const planned = await get('/workspaces?state=planned', service);
    expect(planned.body.items).toEqual([]);
  });

  it('joins what is declared with what is there', async () => {
    const { get, service } = portal;
    const { body } = await get('/placements?account=111122223333').expect(200);
    expect(body.items).toEqual([
      {
        componentRef: 'component:default/ghost',
        environment: 'prod',
        account: {
          id: '111122223333',
          name: 'account-111122223333',
          entityRef: 'resource:default/111122223333',
        },
        region: 'us-east-1',
        runtime: 'ecs-fargate',
        state: 'undeclared',
      },
      expect.objectContaining({
        componentRef: 'component:default/orders',
        state: 'in-sync',
        workspace: expect.objectContaining({
          id: 'ws-orders1',
          currentRun: expect.objectContaining({ status: 'applied' }),
        }),
      }),
    ]);
    const all = await get('/placements', service);
    expect(
      all.body.items.map(({ componentRef, state }: Record<string, string>) => [
        componentRef,
        state,
      ]),
    ).toEqual([
      ['component:default/ghost', 'undeclared'],
      ['component:default/ledger', 'in-sync'],
      ['component:default/orders', 'in-sync'],
    ]);
    const one = await get('/placements?component=component:default/orders');
    expect(one.body.items).toHaveLength(1);
  });

  it('serves a workspace with its outputs, and audits that', async () => {
    const { get, auditor } = portal;
    const { body } = await get('/workspaces/ws-orders1').expect(200);
    expect(body.componentRef).toBe('component:default/orders');
    const outputs = await get('/workspaces/ws-orders1/outputs').expect(200);
    expect(outputs.body.items).toEqual([
      { name: 'service_arn', sensitive: false, value: 'arn:service' },
    ]);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'workspace-outputs-fetch',
        meta: { workspaceId: 'ws-orders1' },
      }),
    );
  });

  it('serves the outputs of many workspaces at once, and audits a page as one', async () => {
    const { get, service, auditor } = portal;
    auditor.createEvent.mockClear();
    const outputs = [
      { name: 'service_arn', sensitive: false, value: 'arn:service' },
    ];
    const mine = await get('/workspaces?outputs=true').expect(200);
    expect(mine.body.items).toEqual([
      expect.objectContaining({ id: 'ws-orders1', outputs }),
    ]);
    const first = await get('/workspaces?outputs=true&limit=2', service);
    expect(
      first.body.items.map(({ id, outputs: its }: any) => [id, its]),
    ).toEqual([
      ['ws-ghost1', []],
      ['ws-ledger1', []],
    ]);
    const { nextCursor } = first.body;
    const second = await get(
      `/workspaces?outputs=true&limit=2&cursor=${nextCursor}`,
      service,
    );
    expect(second.body.items).toEqual([
      expect.objectContaining({ id: 'ws-orders1', outputs }),
    ]);
    expect(
      auditor.createEvent.mock.calls.map(([{ eventId, meta }]) => [
        eventId,
        meta,
      ]),
    ).toEqual(
      [['ws-orders1'], ['ws-ghost1', 'ws-ledger1'], ['ws-orders1']].map(
        workspaceIds => ['workspace-outputs-fetch', { workspaceIds }],
      ),
    );
    const without = await get('/workspaces?outputs=false').expect(200);
    expect(without.body.items[0].outputs).toBeUndefined();
  });

  it.each(['ws-ledger1', 'ws-nothing'])('does not tell of %s', async id => {
    expect((await portal.get(`/workspaces/${id}`)).status).toBe(404);
    expect((await portal.get(`/workspaces/${id}/outputs`)).status).toBe(404);
  });

  it('names what it cannot look for', async () => {
    const { body } = await portal.get('/workspaces/%00').expect(400);
    expect(body.error.message).toMatch(/^id: holds a NUL/);
  });

  it('resolves what may be seen, for whoever asks', async () => {
    const { post, service } = portal;
    const wish = {
      name: 'refunds',
      owner: 'team-shop',
      runtime: 'ecs-fargate',
      stages: [{ environment: 'prod', regions: ['eu-west-1'] }],
    };
    // The second account fits as well, and is hidden from people.
    const { body } = await post('/placements/resolve', wish).expect(200);
    expect(body).toEqual({
      placements: [
        {
          environment: 'prod',
          account: '111122223333',
          accountName: 'account-111122223333',
          region: 'eu-west-1',
          runtime: 'ecs-fargate',
          workspace: 'acme/refunds-prod-euw1',
          key: 'prod-euw1',
        },
      ],
      problems: [],
      // Nobody may look there in this test.
      unknowns: [
        expect.stringMatching(
          /prod in eu-west-1 .* is not known.* kms-key-arn\.$/,
        ),
      ],
    });
    const seesBoth = await post('/placements/resolve', wish, service);
    expect(seesBoth.body.problems[0].message).toMatch(/More than one account/);
  });

  it('takes a hidden component for one that is there', async () => {
    const { body } = await portal.post('/placements/resolve', {
      name: 'ledger',
      owner: 'group:default/nobody',
      runtime: 'ecs-fargate',
      stages: [],
    });
    expect(body.problems.map(({ input }: { input: string }) => input)).toEqual([
      'name',
      'owner',
      'stages',
    ]);
    expect(body.problems[0].message).not.toContain('team-pay');
  });

  it.each([
    ['/accounts?limit=501', 'limit'],
    ['/accounts?limit=x', 'limit'],
    ['/accounts?runtime=mainframe', 'runtime'],
    ['/accounts?cursor=nonsense', 'cursor'],
    ['/placements?account=1', 'write the 12-digit id of an AWS account'],
    ['/placements?component=:', 'write an entity reference such as'],
    ['/placements?state=lost', 'state'],
  ])('refuses %s', async (path, message) => {
    const { body } = await portal.get(path).expect(400);
    expect(body.error.message).toContain(message);
  });

  it('says where a request is wrong', async () => {
    const { body } = await portal
      .post('/placements/resolve', {
        name: 'orders',
        owner: SHOP,
        runtime: 'ecs-fargate',
        stages: [{ environment: 'prod', regions: [7] }],
      })
      .expect(400);
    expect(body.error.message).toContain('stages[0].regions[0]: ');
    const misspelt = await portal
      .post('/placements/resolve', {
        name: 'orders',
        owner: SHOP,
        runtime: 'ecs-fargate',
        stages: [],
        needs: ['zone-id', 'listener'],
      })
      .expect(400);
    expect(misspelt.body.error.message).toMatch(/needs\[1\]: .*listener-arn/);
  });

  it('follows what AWS tells of an account, and says that something has changed', async () => {
    const { aws, changes, get, publish, service } = portal;
    await until(() => changes.length >= 2);
    changes.length = 0;
    const [account] = aws.accounts;
    account.Name = 'renamed';
    const tell = (eventName: string, requestParameters: object) =>
      publish(ORGANIZATIONS_TOPIC, {
        account: '100000000001',
        detail: {
          eventSource: 'organizations.amazonaws.com',
          eventID: eventName,
          eventName,
          requestParameters,
        },
      });
    await publish(ORGANIZATIONS_TOPIC, 'hello');
    await tell('TagResource', { resourceId: account.Id });
    const { body } = await get('/accounts', service);
    expect(body.items[0]).toMatchObject({ id: account.Id, name: 'renamed' });
    await until(() => changes.length > 0);
    expect(changes).toEqual([{ source: 'aws-organizations:100000000001' }]);

    aws.units[2].Name = 'Production';
    await tell('UpdateOrganizationalUnit', {});
    await until(() => changes.length > 1);
    const units = await get('/organization?parent=ou-w', service);
    expect(units.body.items[0].name).toBe('Production');
  }, 60_000);

  it('serves nobody who does not say who they are', async () => {
    const nobody = mockCredentials.none.header();
    expect((await portal.get('/accounts', nobody)).status).toBe(401);
  });
});
