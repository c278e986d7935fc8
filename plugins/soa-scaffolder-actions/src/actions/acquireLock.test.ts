import { mockCredentials } from '@backstage/backend-test-utils';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import type { SoaLock } from '@backstage-soa/plugin-soa-common';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import { ordersPlacements, runAction } from '../__testUtils__';
import { FakeRunClock } from '../__testUtils__/FakeRunClock';
import { lockOf } from '../__testUtils__/lockOf';
import { createAcquireLockAction } from './acquireLock';

const input = {
  componentRef: 'component:default/orders',
  account: '111122223333',
};
const cart = {
  kind: 'environment' as const,
  componentRef: 'component:default/cart',
  id: 'prod',
};
const waiting = (ahead: number) =>
  lockOf({ state: 'waiting', ahead, holder: cart });

type Calls = Pick<
  SoaDeliveryClient,
  'acquireLock' | 'listLocks' | 'releaseLocks'
>;
const mocked = <K extends keyof Calls>(answer: () => ReturnType<Calls[K]>) =>
  jest.fn<ReturnType<Calls[K]>, Parameters<Calls[K]>>(answer);

function set(options: { asked: SoaLock[]; seen?: Array<SoaLock | undefined> }) {
  const next = <T>(list: T[]) => (list.length > 1 ? list.shift()! : list[0]);
  const { asked, seen = [] } = options;
  const acquireLock = mocked<'acquireLock'>(async () => next(asked));
  const listLocks = mocked<'listLocks'>(async () => {
    const lock = next(seen);
    return { items: lock ? [lock] : [] };
  });
  const releaseLocks = mocked<'releaseLocks'>(async () => ({ items: [] }));
  const delivery = { acquireLock, listLocks, releaseLocks };
  const clock = new FakeRunClock();
  return {
    action: createAcquireLockAction({ delivery, clock }),
    clock,
    ...delivery,
  };
}

describe('soa:lock:acquire', () => {
  it('asks as the initiator, for the task', async () => {
    const { action, acquireLock, listLocks } = set({ asked: [lockOf()] });
    const { outputs, log } = await runAction(action, {
      ...input,
      lease: { hours: 2 },
    });
    expect(acquireLock).toHaveBeenCalledWith(
      {
        target: { kind: 'account', id: '111122223333' },
        owner: {
          kind: 'task',
          componentRef: 'component:default/orders',
          id: 'task-1',
        },
        purpose: undefined,
        leaseSeconds: 7_200,
      },
      expect.objectContaining({
        credentials: mockCredentials.user('user:default/guest'),
      }),
    );
    expect(listLocks).not.toHaveBeenCalled();
    expect(outputs).toEqual({
      lockId: 'lock-1',
      state: 'held',
      leaseEndsAt: '2026-11-27T11:00:00.000Z',
    });
    expect(log).toEqual([
      'account 111122223333: locked until 2026-11-27T11:00:00.000Z',
    ]);
  });

  it('shows its place as it changes, and takes the lock in turn', async () => {
    const { action, acquireLock, listLocks, releaseLocks } = set({
      asked: [waiting(2), lockOf()],
      seen: [waiting(2), waiting(1), waiting(1), lockOf()],
    });
    const { outputs, log } = await runAction(action, input);
    expect(listLocks).toHaveBeenCalledTimes(4);
    // Once its turn has come, it asks for the whole lease.
    expect(acquireLock).toHaveBeenCalledTimes(2);
    expect(releaseLocks).not.toHaveBeenCalled();
    expect(outputs.state).toBe('held');
    expect(log).toEqual([
      'account 111122223333: waits, with 2 before it; prod of component:default/cart holds the lock. Who waits: /soa-delivery/reservations',
      'account 111122223333: waits, with 1 before it; prod of component:default/cart holds the lock. Who waits: /soa-delivery/reservations',
      'account 111122223333: locked until 2026-11-27T11:00:00.000Z',
    ]);
  });

  it('keeps its place by asking again, also where it was lost', async () => {
    const { action, acquireLock, clock } = set({
      asked: [waiting(1)],
      seen: [waiting(1)],
    });
    await expect(
      runAction(action, { ...input, maxWait: { minutes: 5 } }),
    ).rejects.toThrow();
    expect(acquireLock.mock.calls.length).toBeGreaterThanOrEqual(5);
    expect(clock.now()).toBe(300_000);

    const lost = set({ asked: [waiting(1), lockOf()], seen: [undefined] });
    expect((await runAction(lost.action, input)).outputs.state).toBe('held');
  });

  it('leaves the queue when its time is up, and says what to do', async () => {
    const { action, releaseLocks } = set({
      asked: [waiting(1)],
      seen: [waiting(1)],
    });
    await expect(
      runAction(action, { ...input, maxWait: { minutes: 1 } }),
    ).rejects.toThrow(
      'account 111122223333 was not free in time: see who holds it in /soa-delivery/reservations, and run this again, with a longer maxWait if need be',
    );
    expect(releaseLocks).toHaveBeenCalledWith(
      { id: 'lock-1' },
      expect.anything(),
    );
  });

  it('leaves the queue when it is canceled', async () => {
    const { action, releaseLocks, clock } = set({
      asked: [waiting(1)],
      seen: [waiting(1)],
    });
    const controller = new AbortController();
    clock.onPause = time =>
      time >= 20_000 && controller.abort(new Error('canceled'));
    await expect(
      runAction(action, input, { signal: controller.signal }),
    ).rejects.toThrow(/^canceled$/);
    const [, { signal }] = releaseLocks.mock.calls[0];
    // Else nothing would be sent any more.
    expect(signal!.aborted).toBe(false);
  });

  it('fails for why it failed where it cannot leave the queue either', async () => {
    const { action, releaseLocks, listLocks } = set({ asked: [waiting(1)] });
    listLocks.mockRejectedValue(
      await ResponseError.fromResponse(new Response('{}', { status: 403 })),
    );
    releaseLocks.mockRejectedValue(new Error('It is away'));
    await expect(runAction(action, input)).rejects.toThrow('403');
  });

  it('goes on waiting where a look is not answered, and says so once', async () => {
    const { action, listLocks } = set({
      asked: [waiting(1), lockOf()],
      seen: [lockOf()],
    });
    listLocks.mockRejectedValueOnce(new ServiceUnavailableError('No answer'));
    listLocks.mockRejectedValueOnce(new ServiceUnavailableError('No answer'));
    const { outputs, log } = await runAction(action, input);
    expect(outputs.state).toBe('held');
    expect(log.filter(line => line.includes('No answer'))).toHaveLength(1);
  });

  it('asks for an environment, with the placement that it is for', async () => {
    const { action, acquireLock } = set({ asked: [lockOf()] });
    const [placement] = ordersPlacements;
    await runAction(action, {
      componentRef: input.componentRef,
      account: placement.account,
      environment: placement.environment,
      owner: 'group:default/team-shop',
      placements: [placement],
    });
    const { environment, account, region, runtime } = placement;
    expect(acquireLock.mock.calls[0][0]).toMatchObject({
      owner: { kind: 'environment', id: environment },
      purpose: {
        owner: 'group:default/team-shop',
        placement: { environment, account, region, runtime },
      },
    });
  });

  it('asks for a rollout, and for a zone', async () => {
    const { action, acquireLock } = set({ asked: [lockOf()] });
    await runAction(action, {
      componentRef: input.componentRef,
      zone: 'Z0123456789ABC',
      rolloutId: 'r-1',
    });
    expect(acquireLock.mock.calls[0][0]).toMatchObject({
      target: { kind: 'zone', id: 'Z0123456789ABC' },
      owner: { kind: 'rollout', id: 'r-1' },
    });
  });

  it('says in a dry run what would come of it', async () => {
    const { action, acquireLock, releaseLocks } = set({ asked: [waiting(1)] });
    const { outputs, log } = await runAction(action, input, { isDryRun: true });
    expect(acquireLock.mock.calls[0][0].dryRun).toBe(true);
    expect(outputs.state).toBe('waiting');
    expect(log[0]).toMatch(/^Would be: account 111122223333: waits, with 1/);
    acquireLock.mockRejectedValue(new ServiceUnavailableError('No answer'));
    const unknown = await runAction(action, input, { isDryRun: true });
    expect(unknown.log).toEqual([
      'Whether account 111122223333 is free is unknown. No answer',
    ]);
    expect(unknown.outputs).toEqual({ lockId: 'unknown', state: 'unknown' });
    expect(releaseLocks).not.toHaveBeenCalled();
  });

  it.each([
    [{ zone: 'Z0123456789ABC' }, /^account: name either an account or a zone/],
    [{ account: undefined }, /^account: name either/],
    [{ environment: 'prod', rolloutId: 'r' }, /^rolloutId: /],
    [{ account: '1' }, /^account: quote the 12-digit id/],
    [{ lease: { days: 1 } }, /^lease: /],
  ])('names the input at fault: %j', async (change, message) => {
    const { action, acquireLock } = set({ asked: [lockOf()] });
    await expect(runAction(action, { ...input, ...change })).rejects.toThrow(
      message,
    );
    expect(acquireLock).not.toHaveBeenCalled();
  });
});
