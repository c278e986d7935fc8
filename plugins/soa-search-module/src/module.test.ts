import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import type { RegisterCollatorParameters } from '@backstage/plugin-search-backend-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import type { Page, PlacementItem } from '@backstage-soa/plugin-soa-common';
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

async function collatorOf(
  listPlacements: SoaAccountsClient['listPlacements'],
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
      mockServices.rootConfig.factory({
        data: schedule
          ? { search: { collators: { soa: { schedule: { ...schedule } } } } }
          : {},
      }),
      createServiceFactory({
        service: soaAccountsServiceRef,
        deps: {},
        factory: () =>
          ({
            listPlacements,
          } as Partial<SoaAccountsClient> as SoaAccountsClient),
      }),
    ],
  });
  expect(collators).toHaveLength(1);
  return { ...collators[0], scheduler };
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
    const { factory } = await collatorOf(
      async ({ cursor = 'first' }) => pages[cursor],
    );
    expect(factory.type).toBe('soa-placement');
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
    const { factory } = await collatorOf(async ({ cursor }) => {
      if (cursor) {
        throw new Error('second page');
      }
      return { items: [item('component:default/cart')], nextCursor: '1' };
    });
    const read = async () => {
      for await (const document of await factory.getCollator()) {
        expect(document).toBeDefined();
      }
    };
    await expect(read()).rejects.toThrow('second page');
  });

  it('takes its schedule from the configuration', async () => {
    const { scheduler } = await collatorOf(async () => ({ items: [] }), {
      frequency: { seconds: 15 },
      timeout: { minutes: 1 },
    });
    expect(scheduler.createScheduledTaskRunner).toHaveBeenCalledWith(
      expect.objectContaining({ frequency: { seconds: 15 } }),
    );
  });
});
