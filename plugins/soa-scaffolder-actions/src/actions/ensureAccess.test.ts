import { mockCredentials } from '@backstage/backend-test-utils';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import type {
  DeployAccess,
  DeployAccessState,
} from '@backstage-soa/plugin-soa-common';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import { ordersPlacements, runAction } from '../__testUtils__';
import { FakeRunClock } from '../__testUtils__/FakeRunClock';
import { createEnsureAccessAction } from './ensureAccess';

const placements = ordersPlacements.slice(1);
const input = { name: 'orders', owner: 'group:default/team-shop', placements };
const request = {
  componentRef: 'component:default/orders',
  owner: 'group:default/team-shop',
  placements,
};
const run = {
  id: 'run-1',
  status: 'planned',
  url: 'https://tfc.test/run-1',
  needsPerson: true,
};

const refusal = (status: number) =>
  ResponseError.fromResponse(new Response('{}', { status }));

/** What the backend answers, one time after the other. */
function set(...answers: Array<[DeployAccessState, Partial<DeployAccess>?]>) {
  const next = async () => {
    const [state, change] = answers.length > 1 ? answers.shift()! : answers[0];
    return {
      items: placements.map(({ workspace, account }) => ({
        workspace,
        account,
        state,
        ...change,
      })),
    };
  };
  const delivery = {
    requestAccess: jest.fn<
      ReturnType<SoaDeliveryClient['requestAccess']>,
      Parameters<SoaDeliveryClient['requestAccess']>
    >(next),
    listAccess: jest.fn<
      ReturnType<SoaDeliveryClient['listAccess']>,
      Parameters<SoaDeliveryClient['listAccess']>
    >(next),
  };
  const clock = new FakeRunClock();
  const pause = jest.spyOn(clock, 'pause');
  return {
    action: createEnsureAccessAction({ delivery, clock }),
    clock,
    delivery,
    pause,
  };
}

describe('soa:access:ensure', () => {
  it('asks as the initiator, and waits until the roles are there', async () => {
    const { action, delivery, pause } = set(
      ['waiting', { reason: 'It is about to be run.' }],
      ['waiting', { reason: 'It waits for the platform team.', run }],
      ['ready'],
    );
    const { outputs, log } = await runAction(action, input);

    expect(delivery.requestAccess).toHaveBeenCalledTimes(1);
    expect(delivery.requestAccess).toHaveBeenCalledWith(
      request,
      expect.objectContaining({
        credentials: mockCredentials.user('user:default/guest'),
      }),
    );
    expect(pause).toHaveBeenCalledTimes(2);
    expect(
      log.filter(line => line.startsWith('acme/orders-prod-use1')),
    ).toEqual([
      'acme/orders-prod-use1: waits for deploy access. It is about to be run.',
      'acme/orders-prod-use1: waits for deploy access. It waits for the platform team. https://tfc.test/run-1',
      'acme/orders-prod-use1: has deploy access',
    ]);
    expect(outputs.access).toEqual(
      placements.map(({ workspace, account }) => ({
        workspace,
        account,
        state: 'ready',
      })),
    );
  });

  it('ends when its time is up, and leaves the rest to the rollout', async () => {
    const { action, pause } = set(['waiting', { reason: 'So.', run }]);
    const { outputs, log } = await runAction(action, input);
    expect(pause).toHaveBeenCalledTimes(60);
    expect(log).toEqual([
      'acme/orders-prod-use1: waits for deploy access. So. https://tfc.test/run-1',
      'acme/orders-prod-euw1: waits for deploy access. So. https://tfc.test/run-1',
      'It is not there yet: a rollout waits for it before it begins',
    ]);
    expect(outputs.access[0]).toEqual({
      workspace: 'acme/orders-prod-use1',
      account: '111122223333',
      state: 'waiting',
      reason: 'So.',
      runUrl: 'https://tfc.test/run-1',
    });
  });

  it('does not wait where it is told not to', async () => {
    const { action, pause } = set(['waiting']);
    await runAction(action, { ...input, maxWait: { seconds: 0 } });
    expect(pause).not.toHaveBeenCalled();
  });

  it('goes on where others make the roles', async () => {
    const { action, pause } = set(['unmanaged']);
    const { log } = await runAction(action, input);
    expect(pause).not.toHaveBeenCalled();
    expect(log[0]).toBe(
      'acme/orders-prod-use1: deploy access in 111122223333 is not made by this portal',
    );
  });

  it('fails with the reason of each workspace', async () => {
    const { action } = set(['waiting'], ['failed', { reason: 'Discarded.' }]);
    await expect(runAction(action, input)).rejects.toThrow(
      'placements: there is no deploy access:\n- acme/orders-prod-use1: Discarded.\n- acme/orders-prod-euw1: Discarded.',
    );
  });

  it('asks again where the first request is not answered', async () => {
    const { action, delivery, pause } = set(['ready']);
    delivery.requestAccess.mockRejectedValueOnce(await refusal(503));
    const { outputs, log } = await runAction(action, input);
    expect(outputs.access[0].state).toBe('ready');
    expect(pause).toHaveBeenCalledTimes(1);
    expect(log[0]).toMatch(
      /^soa-delivery gave no answer, and is asked again: .*503/,
    );
  });

  it('goes on waiting where a look is not answered, and says so once', async () => {
    const { action, delivery } = set(['waiting'], ['ready']);
    delivery.listAccess.mockRejectedValueOnce(await refusal(503));
    delivery.listAccess.mockRejectedValueOnce(
      new ServiceUnavailableError('No answer'),
    );
    const { outputs, log } = await runAction(action, input);
    expect(outputs.access[0].state).toBe('ready');
    expect(log.filter(line => line.startsWith('How far it is'))).toEqual([
      expect.stringMatching(/is asked again: .*503/),
    ]);
  });

  it('ends in time where no look is answered', async () => {
    const { action, clock, delivery } = set(['waiting']);
    // As one that hangs does.
    delivery.listAccess.mockImplementation(async (_, { signal }) => {
      await clock.pause(10_000);
      signal!.throwIfAborted();
      throw new Error('It was not to hang any longer');
    });
    const { outputs, log } = await runAction(action, input);
    expect(outputs.access[0].state).toBe('waiting');
    expect(log[log.length - 1]).toMatch(/^It is not there yet/);
    expect(log.join()).toContain('and is asked again: late');
    expect(clock.now()).toBeLessThanOrEqual(2 * 60_000 + 12_000);
  });

  it('takes a refusal for an answer', async () => {
    const { action, delivery } = set(['waiting']);
    delivery.listAccess.mockRejectedValue(await refusal(403));
    await expect(runAction(action, input)).rejects.toThrow('403');
    expect(delivery.listAccess).toHaveBeenCalledTimes(1);
    delivery.requestAccess.mockRejectedValue(await refusal(403));
    await expect(runAction(action, input)).rejects.toThrow('403');
    expect(delivery.requestAccess).toHaveBeenCalledTimes(2);
  });

  it('ends when it is canceled while a look is not answered', async () => {
    const { action, delivery } = set(['waiting']);
    const controller = new AbortController();
    delivery.listAccess.mockImplementation(async () => {
      controller.abort(new Error('canceled'));
      throw new ServiceUnavailableError('No answer');
    });
    await expect(
      runAction(action, input, { signal: controller.signal }),
    ).rejects.toThrow(/^canceled$/);
    expect(delivery.listAccess).toHaveBeenCalledTimes(1);
  });

  it('stops waiting when it is canceled', async () => {
    const { action, pause, delivery } = set(['waiting']);
    pause.mockRejectedValue(new Error('aborted'));
    await expect(runAction(action, input)).rejects.toThrow('aborted');
    expect(delivery.listAccess).not.toHaveBeenCalled();
  });

  it.each([
    ['absent', {}, 'would be given deploy access in 111122223333'],
    ['ready', {}, 'has deploy access: nothing to change'],
    [
      'failed',
      { reason: 'No workspace.' },
      'has no deploy access. No workspace.',
    ],
  ] as const)('tells in a dry run: %s', async (state, change, says) => {
    const { action, delivery, pause } = set([state, change]);
    const { outputs, log } = await runAction(action, input, { isDryRun: true });
    expect(delivery.requestAccess).toHaveBeenCalledWith(
      { ...request, dryRun: true },
      expect.anything(),
    );
    expect(log[0]).toBe(`acme/orders-prod-use1: ${says}`);
    expect(outputs.access[0].state).toBe(state);
    expect(pause).not.toHaveBeenCalled();
  });

  it('says in a dry run what it cannot know', async () => {
    const { action, delivery } = set(['ready']);
    delivery.requestAccess.mockRejectedValue(
      new ServiceUnavailableError('No answer'),
    );
    const { outputs, log } = await runAction(action, input, { isDryRun: true });
    expect(log).toEqual(['The deploy access of orders: unknown. No answer']);
    expect(outputs.access).toMatchObject([
      { state: 'unknown' },
      { state: 'unknown' },
    ]);
  });

  it('names the input at fault', async () => {
    const { action, delivery } = set(['ready']);
    await expect(
      runAction(action, { ...input, name: 'Orders', maxWait: { days: 1 } }),
    ).rejects.toThrow(/^name: .*maxWait: /);
    expect(delivery.requestAccess).not.toHaveBeenCalled();
  });
});
