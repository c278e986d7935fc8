import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  awsClientsServiceRef,
  hcpTerraformServiceRef,
} from '@backstage-soa/plugin-soa-node';
import request from 'supertest';
import {
  FakeHcpTerraform,
  ordersWorkspace,
} from './__fixtures__/FakeHcpTerraform';
import { FakeOrganizations } from './__fixtures__/FakeOrganizations';
import { soaAccountsPlugin } from './plugin';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const SHOP = 'group:default/team-shop';
const PLACEMENT = {
  environment: 'prod',
  account: '111122223333',
  region: 'us-east-1',
  runtime: 'ecs-fargate',
};

function entity(kind: string, name: string, spec: object = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: spec as Entity['spec'],
  };
}

const shown: Entity[] = [
  entity('Group', 'team-shop'),
  entity('Component', 'orders', {
    owner: 'team-shop',
    placements: [PLACEMENT],
  }),
  entity('Resource', '111122223333'),
  entity('Resource', 'ws-orders1'),
  entity('Resource', 'ou-p'),
];
const hidden: Entity[] = [
  entity('Component', 'ledger', { owner: 'team-pay', placements: [PLACEMENT] }),
  entity('Resource', '444455556666'),
];

/** A catalog that shows people less than it shows the portal itself. */
function catalogFactory() {
  const forPeople = catalogServiceMock({ entities: shown });
  const forServices = catalogServiceMock({ entities: [...shown, ...hidden] });
  const pick = (options: { credentials: { principal: unknown } }) =>
    (options.credentials.principal as { type: string }).type === 'user'
      ? forPeople
      : forServices;
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () =>
      catalogServiceMock.mock({
        getEntityByRef: (ref, options: any) =>
          pick(options).getEntityByRef(ref, options),
        getEntitiesByRefs: (query, options: any) =>
          pick(options).getEntitiesByRefs(query, options),
        streamEntities: (query, options: any) =>
          pick(options).streamEntities(query, options),
      }),
  });
}

async function start(knex: Awaited<ReturnType<typeof databases.init>>) {
  const aws = new FakeOrganizations();
  aws.accounts = ['111122223333', '444455556666'].map(Id => ({
    Id,
    State: 'ACTIVE',
    parent: 'ou-p',
    tags: {
      'soa:environment': 'prod',
      'soa:runtimes': 'ecs-fargate',
      'soa:regions': 'us-east-1 eu-west-1',
    },
  }));
  const tfc = new FakeHcpTerraform();
  const { tagBindings } = ordersWorkspace();
  tfc.workspaces = [
    ordersWorkspace(),
    ordersWorkspace({
      id: 'ws-ledger1',
      name: 'ledger-prod-use1',
      tagBindings: { ...tagBindings, 'soa-component': 'ledger' },
    }),
    ordersWorkspace({
      id: 'ws-ghost1',
      name: 'ghost-prod-use1',
      tagBindings: { ...tagBindings, 'soa-component': 'ghost' },
    }),
  ];
  tfc.outputs['ws-orders1'] = [
    { name: 'service_arn', sensitive: false, value: 'arn:service' },
  ];
  const auditor = mockServices.auditor.mock();
  const { server } = await startTestBackend({
    features: [
      soaAccountsPlugin,
      catalogFactory(),
      auditor.factory,
      mockServices.database.factory({ knex, migrations: { skip: false } }),
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/mock',
          ownershipEntityRefs: ['user:default/mock', SHOP],
        }),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          soa: {
            environments: [{ name: 'prod', production: true }],
            regions: ['us-east-1', 'eu-west-1'],
            aws: { organizations: [{ accountId: '100000000001' }] },
            // Without a delay, it is read before the test goes on.
            accounts: {
              schedule: { frequency: { hours: 1 }, timeout: { minutes: 1 } },
            },
          },
        },
      }),
      createServiceFactory({
        service: awsClientsServiceRef,
        deps: {},
        factory: () => ({
          organizations: async () => aws.client(),
          cloudTrail: () => Promise.reject(new Error('not asked for')),
        }),
      }),
      createServiceFactory({
        service: hcpTerraformServiceRef,
        deps: {},
        factory: () => tfc,
      }),
    ],
  });
  const person = mockCredentials.user.header();
  const service = mockCredentials.service.header();
  const get = (path: string, authorization = person) =>
    request(server)
      .get(`/api/soa-accounts/v1${path}`)
      .set('authorization', authorization);
  const post = (path: string, body: object, authorization = person) =>
    request(server)
      .post(`/api/soa-accounts/v1${path}`)
      .set('authorization', authorization)
      .send(body);
  return { get, post, service, auditor };
}

describe.each(databases.eachSupportedId())('soa-accounts on %s', databaseId => {
  let portal: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    portal = await start(await databases.init(databaseId));
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

  it.each(['ws-ledger1', 'ws-nothing'])('does not tell of %s', async id => {
    expect((await portal.get(`/workspaces/${id}`)).status).toBe(404);
    expect((await portal.get(`/workspaces/${id}/outputs`)).status).toBe(404);
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
  });

  it('serves nobody who does not say who they are', async () => {
    const nobody = mockCredentials.none.header();
    expect((await portal.get('/accounts', nobody)).status).toBe(401);
  });
});
