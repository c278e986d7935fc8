import { EC2Client } from '@aws-sdk/client-ec2';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  awsClientsServiceRef,
  soaAccountsServiceRef,
} from '@backstage-soa/plugin-soa-node';
import type {
  AwsClients,
  SoaAccountsClient,
} from '@backstage-soa/plugin-soa-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import { soaDeliveryPlugin } from '../../plugin';

export const ACCOUNT = '111122223333';
export const POOLS = {
  delivery: {
    network: {
      pools: [
        { name: 'workloads', cidrs: ['10.0.0.0/16'], defaultPrefixLength: 24 },
      ],
    },
  },
};

function componentOf(name: string, environments: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: {
      placements: environments.map(environment => ({
        environment,
        account: ACCOUNT,
        region: 'us-east-1',
        runtime: 'ecs-fargate',
      })),
    },
  };
}

/**
 * The plugin with `orders` and `cart`, which people see, and `ledger`, which they do
 * not; the organisation lets team Shop have `returns` in its account.
 */
export async function startReservations(knex: Knex, soa: JsonObject = POOLS) {
  const components = new Map(
    [
      componentOf('orders', ['prod', 'dev']),
      componentOf('cart', ['prod']),
      componentOf('ledger', ['prod']),
    ].map(entity => [`component:default/${entity.metadata.name}`, entity]),
  );
  const hidden = new Set(['component:default/ledger']);
  const seenBy = (options: unknown) => {
    const { credentials } = options as {
      credentials: { principal: { type: string } };
    };
    return [...components].flatMap(([ref, entity]) =>
      credentials.principal.type === 'user' && hidden.has(ref) ? [] : [entity],
    );
  };
  /** `permission` or `permission component`. */
  const denied = new Set<string>(['soa.lock.release', 'soa.network.release']);
  const events: Array<{ eventId: string; meta?: any; outcome?: string }> = [];
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => {
    const event: (typeof events)[number] = { eventId, meta };
    events.push(event);
    return {
      success: async options => {
        event.outcome = 'success';
        event.meta = { ...event.meta, ...options?.meta };
      },
      fail: async () => {
        event.outcome = 'fail';
      },
    };
  });
  const vpcs: string[] = [];
  const problems: Error[] = [];
  const tasks = new Map<string, () => Promise<void>>();
  const { server } = await startTestBackend({
    features: [
      soaDeliveryPlugin,
      mockServices.rootConfig.factory({ data: { soa } }),
      auditor.factory,
      mockServices.database.factory({ knex, migrations: { skip: false } }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission, resourceRef }) => ({
            result:
              denied.has(permission.name) ||
              denied.has(`${permission.name} ${resourceRef}`)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
      }).factory,
      mockServices.scheduler.mock({
        scheduleTask: async ({ id, fn }) => {
          tasks.set(id, async () => fn(new AbortController().signal));
        },
      }).factory,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () =>
          catalogServiceMock.mock({
            getEntityByRef: (ref, options) =>
              catalogServiceMock({
                entities: seenBy(options),
              }).getEntityByRef(ref, options),
            getEntitiesByRefs: (query, options) =>
              catalogServiceMock({
                entities: seenBy(options),
              }).getEntitiesByRefs(query, options),
          }),
      }),
      createServiceFactory({
        service: soaAccountsServiceRef,
        deps: {},
        factory: () =>
          ({
            resolvePlacements: async ({ name, owner }) => ({
              placements: [],
              problems:
                name === 'returns' && owner === 'group:default/team-shop'
                  ? []
                  : [{ input: 'owner', message: 'This is not allowed.' }],
            }),
            listAccounts: async () => ({ items: [] }),
            readCompleteness: async () => ({
              organization: false,
              workspaces: false,
            }),
          } as Partial<SoaAccountsClient> as SoaAccountsClient),
      }),
      createServiceFactory({
        service: awsClientsServiceRef,
        deps: {},
        factory: () =>
          ({
            ec2: async () => {
              const client = new EC2Client({ region: 'us-east-1' });
              jest.spyOn(client, 'send').mockImplementation(async () => {
                if (problems.length > 0) {
                  throw problems[0];
                }
                return {
                  Vpcs: vpcs.map(CidrBlock => ({
                    VpcId: `vpc-${CidrBlock}`,
                    OwnerId: ACCOUNT,
                    CidrBlock,
                  })),
                } as never;
              });
              return client;
            },
          } as Partial<AwsClients> as AwsClients),
      }),
    ],
  });
  const person = mockCredentials.user.header();
  const send =
    (method: 'get' | 'post' | 'delete') =>
    (path: string, body?: object, authorization = person) => {
      const sent = request(server)
        [method](`/api/soa-delivery/v1${path}`)
        .set('authorization', authorization);
      return body ? sent.send(body) : sent;
    };
  return {
    components,
    denied,
    events,
    vpcs,
    problems,
    run: (task: string) => tasks.get(`soa-delivery-${task}`)!(),
    get: send('get'),
    post: send('post'),
    remove: send('delete'),
  };
}
