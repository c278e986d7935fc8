import { createServiceFactory } from '@backstage/backend-plugin-api';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import {
  hcpTerraformServiceRef,
  soaAccountsServiceRef,
} from '@backstage-soa/plugin-soa-node';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import { RolloutAdvancer } from '../advance';
import { soaDeliveryPlugin } from '../plugin';
import { RolloutStore } from '../store';
import { archiveOf } from './archiveOf';
import { FakeHcpTerraform } from './FakeHcpTerraform';
import { placementOf, requestOf } from './requestOf';

function component(name: string, rollout?: JsonValue): Entity {
  const location = `url:https://code.example/shop/${name}/catalog-info.yaml`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}`,
      annotations: { 'backstage.io/managed-by-location': location },
    },
    spec: {
      ...(rollout !== undefined && { rollout }),
      placements: requestOf().placements.map(
        ({ environment, account, region, runtime, workspace }) => ({
          environment,
          account,
          region,
          runtime,
          // As people may write it: without the organization.
          workspace: workspace.split('/')[1],
        }),
      ),
    },
  };
}

/** Nobody may apply `cart`; people do not see `ledger`. */
function permissions(denied: ReadonlySet<string>) {
  return mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ resourceRef, permission }) => ({
        result:
          resourceRef?.endsWith('/cart') || denied.has(permission.name)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
  });
}

function catalog(rollout?: JsonValue) {
  const forPeople = catalogServiceMock({
    entities: ['orders', 'cart'].map(name => component(name, rollout)),
  });
  const forServices = catalogServiceMock({
    entities: ['orders', 'cart', 'ledger'].map(name =>
      component(name, rollout),
    ),
  });
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () =>
      catalogServiceMock.mock({
        getEntityByRef: (ref, options) =>
          pick(options).getEntityByRef(ref, options),
        getEntitiesByRefs: (query, options) =>
          pick(options).getEntitiesByRefs(query, options),
      }),
  });

  function pick(options: unknown) {
    const { credentials } = options as {
      credentials: { principal: { type: string } };
    };
    const { type } = credentials.principal;
    return type === 'user' ? forPeople : forServices;
  }
}

/** Team Shop may have `orders` and `returns` in two Regions, and nothing else. */
function inventory() {
  const resolvePlacements: SoaAccountsClient['resolvePlacements'] = async ({
    name,
    owner,
    stages,
  }) => {
    const mayHave =
      owner === 'group:default/team-shop' &&
      ['orders', 'returns', 'cart'].includes(name);
    const known: ResolvedPlacement[] = [
      placementOf('us-east-1', 'use1'),
      placementOf('eu-west-1', 'euw1'),
    ].map(placement => ({
      ...placement,
      workspace: placement.workspace.replace('orders', name),
    }));
    return mayHave
      ? {
          placements: stages.flatMap(({ regions }) =>
            known.filter(({ region }) => regions.includes(region)),
          ),
          problems: [],
        }
      : {
          placements: [],
          problems: [{ input: 'owner', message: 'This is not allowed.' }],
        };
  };
  return createServiceFactory({
    service: soaAccountsServiceRef,
    deps: {},
    factory: () =>
      ({
        resolvePlacements,
      } as Partial<SoaAccountsClient> as SoaAccountsClient),
  });
}

/** People, and the groups that they are members of. */
export const MEMBERS: Record<string, string[]> = {
  'user:default/mock': ['group:default/team-platform'],
  'user:default/mia': ['group:default/Team-Platform'],
  'user:default/otto': ['group:default/team-other'],
};

/**
 * Starts the plugin on a database, with a fake HCP Terraform behind it.
 *
 * @param options - `rollout`: of the components, as their files say it
 */
export async function startPortal(
  knex: Knex,
  soa: JsonObject = {},
  { rollout }: { rollout?: JsonValue } = {},
) {
  const hcpTerraform = new FakeHcpTerraform();
  const archive = await archiveOf({ 'infra/main.tf': '' });
  const auditor = mockServices.auditor.mock();
  const events: Array<{
    eventId: string;
    meta?: object;
    outcome?: string;
    /** What is recorded with the outcome. */
    told?: object;
  }> = [];
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => {
    const event: (typeof events)[number] = { eventId, meta };
    events.push(event);
    return {
      success: async options => {
        event.outcome = 'success';
        event.told = options?.meta;
      },
      fail: async options => {
        event.outcome = 'fail';
        event.told = options?.meta;
      },
    };
  });
  const denied = new Set<string>();
  const notifications = mockServices.events();
  const wakes = jest.spyOn(RolloutAdvancer.prototype, 'wakeRollout');
  const tasks: Array<() => Promise<void>> = [];
  const { server } = await startTestBackend({
    features: [
      soaDeliveryPlugin,
      catalog(rollout),
      inventory(),
      mockServices.rootConfig.factory({
        // Time stands still between ticks.
        data: { soa: { access: { settle: { seconds: 0 } }, ...soa } },
      }),
      auditor.factory,
      permissions(denied).factory,
      mockServices.userInfo.mock({
        getUserInfo: async credentials => {
          const { userEntityRef } = (
            credentials as BackstageCredentials<BackstageUserPrincipal>
          ).principal;
          const ownershipEntityRefs = [
            userEntityRef,
            ...(MEMBERS[userEntityRef] ?? []),
          ];
          return { userEntityRef, ownershipEntityRefs };
        },
      }).factory,
      mockServices.database.factory({ knex, migrations: { skip: false } }),
      mockServices.scheduler.mock({
        scheduleTask: async ({ fn }) => {
          tasks.push(async () => fn(new AbortController().signal));
        },
      }).factory,
      mockServices.urlReader.mock({
        readUrl: async () => ({ buffer: async () => archive }),
      }).factory,
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => notifications,
      }),
      createServiceFactory({
        service: hcpTerraformServiceRef,
        deps: {},
        factory: () => hcpTerraform,
      }),
    ],
  });
  const store = await RolloutStore.create(
    mockServices.database({ knex, migrations: { skip: true } }),
  );
  const person = mockCredentials.user.header();
  const service = mockCredentials.service.header();
  return {
    store,
    hcpTerraform,
    /** The names of permissions that nobody has. */
    denied,
    events,
    person,
    service,
    /** HCP Terraform tells of a run. */
    tell: (runId: string) =>
      notifications.publish({
        topic: 'soa-hcp-terraform',
        eventPayload: {
          run_id: runId,
          workspace_id: 'ws-1',
          organization_name: 'acme',
          notifications: [{ trigger: 'run:completed' }],
        },
      }),
    tick: async (times: number) => {
      // Nobody else waits for them, and time is real between ticks.
      await Promise.all(wakes.mock.results.map(({ value }) => value));
      for (let done = 0; done < times; done += 1) {
        for (const task of tasks) {
          await task();
        }
      }
    },
    get: (path: string, authorization = person) =>
      request(server)
        .get(`/api/soa-delivery/v1${path}`)
        .set('authorization', authorization),
    requestAccess: (body: object, authorization = person) =>
      request(server)
        .post('/api/soa-delivery/v1/access')
        .set('authorization', authorization)
        .send(body),
    removeAccess: (query: string, authorization = person) =>
      request(server)
        .delete(`/api/soa-delivery/v1/access?${query}`)
        .set('authorization', authorization),
    /** What people have a rollout do: `pause`, `approve` and so on. */
    tellRollout: (
      id: string,
      command: string,
      body: object = {},
      authorization = person,
    ) =>
      request(server)
        .post(`/api/soa-delivery/v1/rollouts/${id}/${command}`)
        .set('authorization', authorization)
        .send(body),
    start: (body: object, authorization = person) =>
      request(server)
        .post('/api/soa-delivery/v1/rollouts')
        .set('authorization', authorization)
        .send(body),
  };
}
