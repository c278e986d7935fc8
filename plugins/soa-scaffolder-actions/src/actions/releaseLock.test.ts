import { ServiceUnavailableError } from '@backstage/errors';
import { runAction } from '../__testUtils__';
import { lockOf } from '../__testUtils__/lockOf';
import { createReleaseLockAction } from './releaseLock';

const componentRef = 'component:default/orders';

function set() {
  const releaseLocks = jest.fn(async (..._: unknown[]) => ({
    items: [lockOf()],
  }));
  const listLocks = jest.fn(async (..._: unknown[]) => ({ items: [lockOf()] }));
  const action = createReleaseLockAction({
    delivery: { releaseLocks, listLocks },
    pause: async () => {},
  });
  return { action, releaseLocks, listLocks };
}

describe('soa:lock:release', () => {
  it.each([
    [
      { account: '111122223333' },
      {
        targetKind: 'account',
        targetId: '111122223333',
        ownerKind: 'task',
        ownerId: 'task-1',
      },
    ],
    [{ environment: 'prod' }, { ownerKind: 'environment', ownerId: 'prod' }],
    [{ rolloutId: 'r-1' }, { ownerKind: 'rollout', ownerId: 'r-1' }],
    [{ everything: true }, {}],
  ])("releases what is the owner's: %j", async (input, released) => {
    const { action, releaseLocks } = set();
    const { outputs, log } = await runAction(action, {
      componentRef,
      ...input,
    });
    expect(releaseLocks.mock.calls[0][0]).toEqual({
      componentRef,
      ...released,
    });
    expect(outputs.released).toEqual(['lock-1']);
    expect(log).toEqual(['account 111122223333: released']);
  });

  it('says that there is nothing to release', async () => {
    const { action, releaseLocks } = set();
    releaseLocks.mockResolvedValue({ items: [] });
    const { log, outputs } = await runAction(action, { componentRef });
    expect(log).toEqual(['Nothing is locked: nothing to change']);
    expect(outputs.released).toEqual([]);
  });

  it('asks again where it is not answered', async () => {
    const { action, releaseLocks } = set();
    releaseLocks.mockRejectedValueOnce(new ServiceUnavailableError('No'));
    await runAction(action, { componentRef });
    expect(releaseLocks).toHaveBeenCalledTimes(2);
  });

  it('releases nothing in a dry run, and says what it would', async () => {
    const { action, releaseLocks, listLocks } = set();
    const options = { isDryRun: true };
    const { log } = await runAction(action, { componentRef }, options);
    expect(log).toEqual(['account 111122223333: would be released']);
    listLocks.mockRejectedValue(new ServiceUnavailableError('No answer'));
    expect((await runAction(action, { componentRef }, options)).log).toEqual([
      'What would be released is unknown. No answer',
    ]);
    expect(releaseLocks).not.toHaveBeenCalled();
  });

  it.each([
    [{ account: '111122223333', zone: 'Z0123456789ABC' }, /^account: /],
    [{ everything: true, environment: 'prod' }, /^everything: /],
  ])('names the input at fault: %j', async (change, message) => {
    const { action } = set();
    await expect(
      runAction(action, { componentRef, ...change }),
    ).rejects.toThrow(message);
  });
});
