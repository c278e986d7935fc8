import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Workspace } from '@backstage-soa/plugin-soa-common';
import type { ReadableEntities } from '../access';
import { InventorySnapshot } from '../snapshot';
import type { Inventory } from '../snapshot';
import { placementOrder } from './placementOrder';
import { PlacementReader } from './PlacementReader';

const dana = mockCredentials.user('user:default/dana');
const eve = mockCredentials.user('user:default/eve');

const source = {
  id: 'hcp-terraform:acme',
  version: '1',
  readAt: new Date(0),
};
const snapshotOf = (...workspaces: Workspace[]) =>
  new InventorySnapshot({ units: [], accounts: [], workspaces });

function setUp(placementsOf: Record<string, object> = {}) {
  const inventory: Inventory = { snapshot: snapshotOf(), sources: [source] };
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
            ...placementsOf[name],
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
    inventory: { read: async () => inventory },
    environments: ['prod'],
    organizations: ['acme'],
    longestAge: 3_600_000,
    now: () => new Date(clock.time),
  });
  return { clock, inventory, reader, reads, readable };
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
      undefined,
      'component:default/orders',
    ]);
  });

  it('joins and sorts once, until something has changed', async () => {
    const { clock, inventory, reader } = setUp();
    const items = await reader.list({}, dana);
    expect(await reader.list({}, dana)).toBe(items);
    inventory.snapshot = snapshotOf();
    const anew = await reader.list({}, dana);
    expect(anew).not.toBe(items);
    expect(await reader.list({}, dana)).toBe(anew);
    expect(anew.map(({ state }) => state)).toEqual([
      'missing-workspace',
      'missing-workspace',
    ]);
    inventory.sources = [{ ...source, failedAt: new Date(1) }];
    const unknown = await reader.list({}, dana);
    expect(unknown.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
    expect(await reader.list({}, dana)).toBe(unknown);
    inventory.sources = [source];
    clock.time = 3_600_001;
    const [{ state }] = await reader.list({}, dana);
    expect(state).toBe('unknown');
  });

  it('gives placements in the order of their pages', async () => {
    const { reader } = setUp();
    const items = await reader.list({}, dana);
    const keys = items.map(placementOrder);
    expect(keys).toEqual([...keys].sort());
    expect(items[0].componentRef).toBe('component:default/ledger');
  });

  it('shows no placement that the catalog reports as wrong', async () => {
    const { reader } = setUp({ orders: { environment: 'qa' } });
    const items = await reader.list({}, dana);
    expect(items.map(({ componentRef }) => componentRef)).toEqual([
      'component:default/ledger',
    ]);
  });
});
