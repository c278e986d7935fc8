import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
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
import { soaAccountsServiceRef } from '@backstage-soa/plugin-soa-node';
import { setTimeout as pause } from 'node:timers/promises';
import request from 'supertest';
import { FakeInventory } from './__testUtils__/FakeInventory';
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

describe.each(databases.eachSupportedId())(
  'catalog module on %s',
  databaseId => {
    it('brings the inventory in and relates it', async () => {
      const inventory = new FakeInventory();
      const { server } = await startTestBackend({
        features: [
          catalogBackend,
          catalogModuleSoa,
          oneComponent,
          catalogServiceMock.factory(),
          mockServices.database.factory({
            knex: await databases.init(databaseId),
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
    });
  },
);
