import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  INVENTORY_TOPIC,
  soaAccountsServiceRef,
} from '@backstage-soa/plugin-soa-node';
import { setTimeout as pause } from 'node:timers/promises';
import request from 'supertest';
import {
  account as accountOf,
  FakeInventory,
} from './__testUtils__/FakeInventory';
import { catalogModuleSoa } from './module';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

jest.setTimeout(180_000);

const LOCATION = 'url:https://git.test/orders';

/** Brings in one component, as a repository would. */
const oneComponent = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'one-component',
  register(reg) {
    reg.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        const entity: Entity = {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: 'orders',
            annotations: {
              'backstage.io/managed-by-location': LOCATION,
              'backstage.io/managed-by-origin-location': LOCATION,
            },
          },
          spec: {
            type: 'service',
            lifecycle: 'production',
            owner: 'team-shop',
            placements: [
              {
                environment: 'prod',
                account: '111122223333',
                region: 'us-east-1',
                runtime: 'ecs-fargate',
              },
              {
                environment: 'prod',
                account: 111122223333,
                region: 'eu-west-1',
                runtime: 'ecs-fargate',
              },
            ],
          },
        };
        processing.addEntityProvider({
          getProviderName: () => 'one-component',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: [{ entity, locationKey: 'one' }],
            }),
        });
      },
    });
  },
});

/** Lets a test publish events, and run tasks. */
let events: EventsService;
let scheduler: SchedulerService;
const publisher = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'publisher',
  register(reg) {
    reg.registerInit({
      deps: {
        itsEvents: eventsServiceRef,
        itsScheduler: coreServices.scheduler,
      },
      async init({ itsEvents, itsScheduler }) {
        events = itsEvents;
        scheduler = itsScheduler;
      },
    });
  },
});

describe.each(databases.eachSupportedId())(
  'catalog module on %s',
  databaseId => {
    it('brings the inventory in and relates it', async () => {
      const inventory = new FakeInventory();
      const knex = await databases.init(databaseId);
      const { server } = await startTestBackend({
        features: [
          catalogBackend,
          catalogModuleSoa,
          oneComponent,
          publisher,
          catalogServiceMock.factory(),
          mockServices.database.factory({
            knex,
            migrations: { skip: false },
          }),
          mockServices.rootConfig.factory({
            data: {
              soa: { environments: [{ name: 'prod' }] },
              catalog: {
                providers: {
                  soa: {
                    schedule: {
                      frequency: { hours: 1 },
                      timeout: { minutes: 1 },
                    },
                  },
                },
              },
            },
          }),
          createServiceFactory({
            service: soaAccountsServiceRef,
            deps: {},
            factory: () => inventory.client(),
          }),
        ],
      });

      const read = async (ref: string) =>
        (
          await request(server)
            .get(`/api/catalog/entities/by-name/${ref}`)
            .set('authorization', mockCredentials.user.header())
        ).body;
      // The catalog stitches when it finds the time.
      const eventually = async (
        ref: string,
        isThere: (entity: Entity & { status?: object }) => boolean,
      ) => {
        for (let attempt = 0; attempt < 600; attempt += 1) {
          const entity = await read(ref);
          if (entity.kind && isThere(entity)) {
            return entity;
          }
          await pause(100);
        }
        throw new Error(
          `${ref} did not come: ${JSON.stringify(await read(ref))}`,
        );
      };
      const related = (type: string) => (entity: Entity) =>
        !!entity.relations?.some(relation => relation.type === type);

      const account = await eventually(
        'resource/default/111122223333',
        entity => related('hosts')(entity) && related('partOf')(entity),
      );
      expect(account.relations).toEqual(
        expect.arrayContaining([
          { type: 'hosts', targetRef: 'component:default/orders' },
          { type: 'partOf', targetRef: 'resource:default/ou-p' },
          { type: 'ownedBy', targetRef: 'group:default/platform' },
        ]),
      );
      const component = await eventually(
        'component/default/orders',
        entity => related('runsIn')(entity) && related('dependsOn')(entity),
      );
      expect(component.relations).toEqual(
        expect.arrayContaining([
          { type: 'runsIn', targetRef: 'resource:default/111122223333' },
          { type: 'dependsOn', targetRef: 'resource:default/ws-abc123' },
        ]),
      );
      expect(component.status.items).toEqual([
        {
          type: 'backstage.io/catalog-processing',
          level: 'error',
          message: expect.stringMatching(
            /spec\.placements\[1\]\.account .*quote it/,
          ),
          error: { name: 'InputError', message: expect.any(String) },
        },
      ]);
      const unit = await eventually(
        'resource/default/ou-p',
        entity => related('hasPart')(entity) && related('partOf')(entity),
      );
      expect(unit.metadata.title).toBe('Prod');

      const writes: string[] = [];
      knex.on('query', ({ sql }) => {
        // Of entities that providers give, and not of when they are processed next.
        if (/^(insert|update)[^]*unprocessed_entity/i.test(sql)) {
          writes.push(sql);
        }
      });
      await scheduler.triggerTask('soa-organization:refresh');
      expect(writes).toEqual([]);

      // The next turn is an hour away.
      inventory.accounts = [accountOf({ name: 'renamed' })];
      const source = 'aws-organizations:100000000001';
      const changed = { topic: INVENTORY_TOPIC, eventPayload: { source } };
      await Promise.all([events.publish(changed), events.publish(changed)]);
      await eventually(
        'resource/default/111122223333',
        ({ metadata }) => metadata.title === 'renamed',
      );
      expect(writes).not.toEqual([]);
      await events.publish({ topic: INVENTORY_TOPIC, eventPayload: 'hello' });
    });
  },
);
