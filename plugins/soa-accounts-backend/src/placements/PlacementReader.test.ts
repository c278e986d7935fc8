import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { ReadableEntities } from '../access';
import type { InventoryStore } from '../store';
import { PlacementReader } from './PlacementReader';

const dana = mockCredentials.user('user:default/dana');
const eve = mockCredentials.user('user:default/eve');

function setUp() {
  const clock = { time: 0 };
  const catalog = catalogServiceMock({
    entities: ['orders', 'ledger'].map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, namespace: 'default' },
      spec: {
        placements: [
          {
            environment: 'prod',
            account: '111122223333',
            region: 'us-east-1',
            runtime: 'ecs-fargate',
          },
        ],
      },
    })),
  });
  const reads = jest.spyOn(catalog, 'streamEntities');
  const readable = new Set<string>();
  const reader = new PlacementReader({
    catalog,
    readable: {
      refs: async (refs: readonly string[]) =>
        new Set(refs.filter(ref => readable.has(ref))),
      existing: async () => new Set(),
    } as unknown as ReadableEntities,
    store: {
      listWorkspaces: async () => [],
      listAccounts: async () => [],
      hasRead: async () => true,
    } as unknown as InventoryStore,
    workspaceSources: ['acme'],
    now: () => new Date(clock.time),
  });
  return { clock, reader, reads, readable };
}

describe('PlacementReader', () => {
  it('reads all components once for the pages of a list, for each caller', async () => {
    const { clock, reader, reads } = setUp();
    expect(await reader.list({}, dana)).toHaveLength(2);
    expect(await reader.list({}, dana)).toHaveLength(2);
    expect(reads).toHaveBeenCalledTimes(1);
    await reader.list({}, eve);
    expect(reads).toHaveBeenCalledTimes(2);
    clock.time = 60_000;
    await reader.list({}, dana);
    expect(reads).toHaveBeenCalledTimes(3);
  });

  it('reads what is asked for by account anew', async () => {
    const { reader, reads } = setUp();
    await reader.list({ accountId: '111122223333' }, dana);
    await reader.list({ accountId: '111122223333' }, dana);
    expect(reads).toHaveBeenCalledTimes(2);
  });

  it('does not show what the caller may not see any more', async () => {
    const { reader, readable } = setUp();
    const items = await reader.list({}, dana);
    readable.add('component:default/orders');
    const shown = await reader.shown(items, dana);
    expect(shown.map(item => item?.componentRef)).toEqual([
      'component:default/orders',
      undefined,
    ]);
  });
});
