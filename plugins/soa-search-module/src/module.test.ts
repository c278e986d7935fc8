import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import type { RegisterCollatorParameters } from '@backstage/plugin-search-backend-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import type {
  Account,
  Page,
  PlacementItem,
} from '@backstage-soa/plugin-soa-common';
import { soaAccountsServiceRef } from '@backstage-soa/plugin-soa-node';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import { searchModuleSoa } from './module';

const item = (componentRef: string): PlacementItem => ({
  componentRef,
  environment: 'prod',
  account: {
    id: '111122223333',
    entityRef: 'resource:default/111122223333',
  },
  region: 'us-east-1',
  runtime: 'eks',
  state: 'in-sync',
});

const account = (id: string): Account => ({
  id,
  name: `account-${id}`,
  arn: `arn:aws:organizations::1:account/o-1/${id}`,
  state: 'ACTIVE',
  organizationId: 'o-1',
  parentId: 'r-1',
  organizationalUnitPath: '',
  runtimes: [],
  regions: [],
  entityRef: `resource:default/${id}`,
});

/** One that is read from AWS, and one that somebody has written into a file. */
const resources = [
  ['011122223333', 'soa:aws-organizations/o-1/011122223333'],
  ['222222223333', 'url:https://github.com/mallory/catalog-info.yaml'],
  ['333322223333', 'soa:aws-organizations/o-1/333322223333'],
].map(([name, location]) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name,
    annotations: {
      'backstage.io/managed-by-location': location,
      'backstage.io/managed-by-origin-location': location,
    },
  },
}));

async function collatorsOf(
  lists: Partial<Pick<SoaAccountsClient, 'listPlacements' | 'listAccounts'>>,
  schedule?: object,
) {
  const collators: RegisterCollatorParameters[] = [];
  const scheduler = mockServices.scheduler.mock();
  await startTestBackend({
    extensionPoints: [
      [
        searchIndexRegistryExtensionPoint,
        {
          addCollator: collator => collators.push(collator),
          addDecorator: () => {},
        },
      ],
    ],
    features: [
      searchModuleSoa,
      scheduler.factory,
      catalogServiceMock.factory({ entities: resources }),
      mockServices.rootConfig.factory({
        data: schedule
          ? { search: { collators: { soa: { schedule: { ...schedule } } } } }
          : {},
      }),
      createServiceFactory({
        service: soaAccountsServiceRef,
        deps: {},
        factory: () => lists as Partial<SoaAccountsClient> as SoaAccountsClient,
      }),
    ],
  });
  const factories = collators.map(({ factory }) => factory);
  expect(factories.map(({ type }) => type)).toEqual([
    'soa-placement',
    'soa-account',
  ]);
  return { placements: factories[0], accounts: factories[1], scheduler };
}

describe('search module', () => {
  it('indexes every page of placements, for readers of the catalog', async () => {
    const pages: Record<string, Page<PlacementItem>> = {
      first: { items: [item('component:default/cart')], nextCursor: 'second' },
      second: { items: [], nextCursor: 'third' },
      third: {
        items: [
          { ...item('component:default/hidden'), state: 'undeclared' },
          item('component:default/orders'),
        ],
      },
    };
    const { placements: factory } = await collatorsOf({
      listPlacements: async ({ cursor = 'first' }) => pages[cursor],
    });
    expect(factory.visibilityPermission?.name).toBe('catalog.entity.read');
    const { documents } = await TestPipeline.fromCollator(
      await factory.getCollator(),
    ).execute();
    expect(documents.map(({ title }) => title)).toEqual([
      'cart in prod, us-east-1',
      'orders in prod, us-east-1',
    ]);
  });

  it('fails where a page fails, so that the index stays as it was', async () => {
    const { placements: factory } = await collatorsOf({
      listPlacements: async ({ cursor }) => {
        if (cursor) {
          throw new Error('second page');
        }
        return { items: [item('component:default/cart')], nextCursor: '1' };
      },
    });
    const read = async () => {
      for await (const document of await factory.getCollator()) {
        expect(document).toBeDefined();
      }
    };
    await expect(read()).rejects.toThrow('second page');
  });

  it('indexes every page of accounts that the catalog has from AWS', async () => {
    const pages: Record<string, Page<Account>> = {
      first: {
        items: [account('011122223333'), account('111122223333')],
        nextCursor: 'second',
      },
      second: { items: [account('222222223333'), account('333322223333')] },
    };
    const { accounts: factory } = await collatorsOf({
      listAccounts: async ({ cursor = 'first' }) => pages[cursor],
    });
    expect(factory.visibilityPermission?.name).toBe('catalog.entity.read');
    const { documents } = await TestPipeline.fromCollator(
      await factory.getCollator(),
    ).execute();
    // Whoever may read what people have written must learn nothing by it.
    expect(documents.map(({ authorization }) => authorization)).toEqual([
      { resourceRef: 'resource:default/011122223333' },
      { resourceRef: 'resource:default/333322223333' },
    ]);
  });

  it('takes its schedule from the configuration', async () => {
    const { scheduler } = await collatorsOf(
      {},
      { frequency: { seconds: 15 }, timeout: { minutes: 1 } },
    );
    expect(scheduler.createScheduledTaskRunner).toHaveBeenCalledTimes(2);
    expect(scheduler.createScheduledTaskRunner).toHaveBeenCalledWith(
      expect.objectContaining({ frequency: { seconds: 15 } }),
    );
  });
});
