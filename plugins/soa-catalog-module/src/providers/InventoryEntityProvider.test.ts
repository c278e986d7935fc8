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
  options: Partial<
    ConstructorParameters<typeof InventoryEntityProvider>[0]
  > = {},
) {
  const applyMutation = jest.fn();
  const provider = new InventoryEntityProvider({
    name: 'soa-test',
    logger: mockServices.logger.mock(),
    taskRunner: { run: async ({ fn }) => fn(signal) },
    isComplete: async () => true,
    read,
    ...options,
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

  describe('while the inventory has not read everything', () => {
    const { signal } = new AbortController();
    const complete = async () => true;
    const incomplete = async () => false;
    const read = jest.fn(async () => [entity]);
    const pause = jest.fn(async () => {});

    beforeEach(() => jest.clearAllMocks());

    it('asks again soon', async () => {
      const isComplete = jest
        .fn(complete)
        .mockImplementationOnce(incomplete)
        .mockRejectedValueOnce(new Error('starts'));
      const applyMutation = await refresh(read, signal, { isComplete, pause });
      expect(pause.mock.calls).toEqual([
        [5_000, signal],
        [5_000, signal],
      ]);
      expect(applyMutation).toHaveBeenCalledTimes(1);
    });

    it('leaves the catalog as it is in the end', async () => {
      const logger = mockServices.logger.mock();
      const applyMutation = await refresh(read, signal, {
        isComplete: incomplete,
        logger,
        pause,
      });
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringMatching(/^soa-test: the catalog stays, and waits/),
      );
      expect(pause).toHaveBeenCalledTimes(23);
      expect(read).not.toHaveBeenCalled();
      expect(applyMutation).not.toHaveBeenCalled();
    });

    it('fails where nobody can say, in the end', async () => {
      const isComplete = () => Promise.reject(new Error('down'));
      await expect(
        refresh(read, signal, { isComplete, pause }),
      ).rejects.toThrow('down');
      expect(pause).toHaveBeenCalledTimes(23);
    });

    it('stops when its time is up', async () => {
      const abort = new AbortController();
      await expect(
        refresh(read, abort.signal, {
          isComplete: async () => {
            abort.abort(new Error('enough'));
            return false;
          },
        }),
      ).rejects.toThrow(/abort/i);
      expect(read).not.toHaveBeenCalled();
    });
  });
});
