import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { InventoryEntityProvider } from './InventoryEntityProvider';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'one' },
};

async function refresh(
  read: () => Promise<Entity[]>,
  signal = new AbortController().signal,
) {
  const applyMutation = jest.fn();
  const provider = new InventoryEntityProvider({
    name: 'soa-test',
    logger: mockServices.logger.mock(),
    taskRunner: { run: async ({ fn }) => fn(signal) },
    read,
  });
  await provider.connect({ applyMutation, refresh: jest.fn() });
  return applyMutation;
}

describe('InventoryEntityProvider', () => {
  it('puts what it reads in the place of what was there', async () => {
    const applyMutation = await refresh(async () => [entity]);
    expect(applyMutation.mock.calls).toEqual([
      [{ type: 'full', entities: [{ entity, locationKey: 'soa-test' }] }],
    ]);
  });

  it('does not empty the catalog', async () => {
    expect(await refresh(async () => [])).not.toHaveBeenCalled();
  });

  it('changes nothing after a read that failed', async () => {
    await expect(
      refresh(() => Promise.reject(new Error('second page'))),
    ).rejects.toThrow('second page');
  });

  it('changes nothing after its time is up', async () => {
    const abort = new AbortController();
    await expect(
      refresh(async () => {
        abort.abort();
        return [entity];
      }, abort.signal),
    ).rejects.toThrow(/abort/i);
  });
});
