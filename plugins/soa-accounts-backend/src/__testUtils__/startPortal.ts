import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  awsClientsServiceRef,
  hcpTerraformServiceRef,
  INVENTORY_TOPIC,
} from '@backstage-soa/plugin-soa-node';
import type { Knex } from 'knex';
import request from 'supertest';
import { FakeHcpTerraform, ordersWorkspace } from './FakeHcpTerraform';
import { FakeOrganizations } from './FakeOrganizations';
import { soaAccountsPlugin } from '../plugin';

/** What the mock user belongs to. */
export const SHOP = 'group:default/team-shop';
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

/**
 * Starts the plugin on a database, with a fake cloud behind it.
 *
 * @param change - makes the cloud another one before it is read
 */
export async function startPortal(
  knex: Knex,
  change?: (cloud: { aws: FakeOrganizations; tfc: FakeHcpTerraform }) => void,
) {
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
  change?.({ aws, tfc });
  let events: EventsService | undefined;
  const changes: unknown[] = [];
  const listener = createBackendModule({
    pluginId: 'soa-accounts',
    moduleId: 'listener',
    register(env) {
      env.registerInit({
        deps: { service: eventsServiceRef },
        async init({ service }) {
          events = service;
          await service.subscribe({
            id: 'test',
            topics: [INVENTORY_TOPIC],
            onEvent: async ({ eventPayload }) => {
              changes.push(eventPayload);
            },
          });
        },
      });
    },
  });
  const auditor = mockServices.auditor.mock();
  const actions = actionsRegistryServiceMock();
  /** Permissions that people do not have: `soa.workspace.plan resource:default/ws-1`. */
  const denied = new Set<string>();
  const { server } = await startTestBackend({
    features: [
      soaAccountsPlugin,
      listener,
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      catalogFactory(),
      auditor.factory,
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(one => {
            const { resourceRef } = one as { resourceRef?: string };
            const isDenied = denied.has(
              `${one.permission.name} ${resourceRef}`,
            );
            return { result: isDenied ? 'DENY' : 'ALLOW' } as never;
          }),
      }).factory,
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
          cloudTrail: async () => aws.cloudTrail(),
          cloudWatch: () => Promise.reject(new Error('not asked for')),
          ec2: () => Promise.reject(new Error('not asked for')),
          ssm: () => Promise.reject(new Error('not asked for')),
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
  const publish = (topic: string, eventPayload: unknown) =>
    events!.publish({ topic, eventPayload });
  /** What an action answers a person, or whoever else asks. */
  const invoke = async (
    name: string,
    input: Record<string, any>,
    credentials: BackstageCredentials = mockCredentials.user(),
  ): Promise<any> =>
    (await actions.invoke({ id: `test:${name}`, input, credentials })).output;
  return {
    get,
    post,
    service,
    auditor,
    actions,
    invoke,
    denied,
    runs: tfc.runs,
    aws,
    publish,
    changes,
  };
}
