import { mockCredentials } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import { ordersPlacements, runAction } from '../__testUtils__';
import { createStartRolloutAction } from './startRollout';

const input = {
  componentRef: 'component:default/orders',
  sourceUrl: 'https://github.com/acme/orders/tree/0123',
  placements: ordersPlacements,
};

const answer = (status: number) =>
  ResponseError.fromResponse(
    new Response(JSON.stringify({ error: { name: 'Error', message: 'No' } }), {
      status,
      headers: { 'content-type': 'application/json' },
    }),
  );

function set() {
  const startRollout = jest.fn<
    ReturnType<SoaDeliveryClient['startRollout']>,
    Parameters<SoaDeliveryClient['startRollout']>
  >(async () => ({ id: 'rollout-1' } as any));
  const pause = jest.fn(async () => undefined);
  const action = createStartRolloutAction({
    delivery: { startRollout },
    pause,
  });
  return { action, pause, startRollout };
}

describe('soa:rollout:start', () => {
  it('starts a rollout as the initiator and ends at once', async () => {
    const { action, pause, startRollout } = set();
    const { outputs } = await runAction(action, input);

    expect(outputs).toEqual({
      rolloutId: 'rollout-1',
      url: '/soa-delivery/rollouts/rollout-1',
    });
    expect(startRollout).toHaveBeenCalledWith(
      {
        componentRef: 'component:default/orders',
        source: { url: input.sourceUrl },
        placements: ordersPlacements,
        idempotencyKey: 'task-1.step',
      },
      expect.objectContaining({
        credentials: mockCredentials.user('user:default/guest'),
      }),
    );
    expect(pause).not.toHaveBeenCalled();
  });

  it('waits for the catalog to know a new component', async () => {
    const { action, pause, startRollout } = set();
    startRollout.mockRejectedValueOnce(await answer(404));
    startRollout.mockRejectedValueOnce(await answer(404));
    const { log } = await runAction(action, input);

    expect(pause).toHaveBeenCalledTimes(2);
    expect(log).toEqual([
      'Waiting until the catalog knows component:default/orders',
      'The rollout has begun: /soa-delivery/rollouts/rollout-1',
    ]);
  });

  it('says what to look at when the catalog never knows it', async () => {
    const { action, startRollout } = set();
    startRollout.mockRejectedValue(await answer(404));
    await expect(runAction(action, input)).rejects.toThrow(
      'componentRef: the catalog does not know component:default/orders, or you may not see it: look at the log of the step that registers it',
    );
  });

  it('does not wait for what waiting cannot change', async () => {
    const { action, pause, startRollout } = set();
    startRollout.mockRejectedValue(await answer(403));
    await expect(runAction(action, input)).rejects.toThrow('403');
    expect(pause).not.toHaveBeenCalled();
  });

  it('starts nothing in a dry run', async () => {
    const { action, startRollout } = set();
    const { log } = await runAction(action, input, { isDryRun: true });
    expect(startRollout).not.toHaveBeenCalled();
    expect(log).toEqual([
      'Would start a rollout of component:default/orders to dev-use1, prod-use1, prod-euw1',
    ]);
  });

  it('names the input at fault', async () => {
    const { action } = set();
    await expect(
      runAction(action, { ...input, componentRef: 'orders', sourceUrl: 'x' }),
    ).rejects.toThrow(/^componentRef: write the full reference.*sourceUrl: /);
  });
});
