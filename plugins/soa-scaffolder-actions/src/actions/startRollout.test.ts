import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import { ordersPlacements, runAction, runsServices } from '../__testUtils__';
import { createStartRolloutAction } from './startRollout';

const input = {
  componentRef: 'component:default/orders',
  placements: ordersPlacements,
};

const stages = [
  { environment: 'dev', waves: [['dev-use1']] },
  { environment: 'prod', waves: [['prod-use1', 'prod-euw1']] },
];

const orders: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: {
      'backstage.io/source-location':
        'url:https://github.com/acme/orders/tree/main/',
    },
  },
};

function set(entity: Entity | undefined = orders, allowed?: string[]) {
  const startRollout = jest.fn<
    ReturnType<SoaDeliveryClient['startRollout']>,
    Parameters<SoaDeliveryClient['startRollout']>
  >(async () => ({ id: 'rollout-1' } as any));
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async () => entity,
  });
  const previewRollout = jest.fn<
    ReturnType<SoaDeliveryClient['previewRollout']>,
    Parameters<SoaDeliveryClient['previewRollout']>
  >(async () => ({ stages }));
  const pause = jest.fn(async () => {});
  const action = createStartRolloutAction({
    catalog,
    delivery: { startRollout, previewRollout },
    permissions: runsServices({ allowed }).permissions,
    pause,
  });
  return { action, catalog, pause, startRollout, previewRollout };
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
        source: { url: 'https://github.com/acme/orders/tree/main' },
        placements: ordersPlacements,
        idempotencyKey: expect.stringMatching(/^task-1\.step\.[0-9a-f]{16}$/),
      },
      expect.objectContaining({
        credentials: mockCredentials.user('user:default/guest'),
      }),
    );
    expect(pause).not.toHaveBeenCalled();
  });

  it('takes the source that it is given', async () => {
    const { action, startRollout } = set();
    const sourceUrl = 'https://github.com/acme/orders/tree/0123';
    await runAction(action, { ...input, sourceUrl });
    expect(startRollout.mock.calls[0][0].source).toEqual({ url: sourceUrl });
  });

  it('gives a task that starts over the same key for the same source only', async () => {
    const { action, startRollout } = set();
    await runAction(action, input);
    await runAction(action, input);
    await runAction(action, { ...input, sourceUrl: 'https://git.test/orders' });
    const [first, again, other] = startRollout.mock.calls.map(
      ([{ idempotencyKey }]) => idempotencyKey,
    );
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('hands on how it is to go through them', async () => {
    const { action, startRollout } = set();
    const plan = { stages: [{ environment: 'prod', bake: 'PT5M' }] };
    await runAction(action, {
      ...input,
      plan,
      operation: 'destroy',
      exclusive: true,
    });
    await runAction(action, input);
    expect(
      startRollout.mock.calls.map(([{ plan: of, operation, exclusive }]) => [
        of,
        operation,
        exclusive,
      ]),
    ).toEqual([
      [plan, 'destroy', true],
      [undefined, undefined, undefined],
    ]);
    await expect(
      runAction(action, { ...input, plan: { waves: [] } }),
    ).rejects.toThrow(/plan/);
    await expect(
      runAction(action, { ...input, operation: 'forget' }),
    ).rejects.toThrow(/operation/);
    expect(startRollout).toHaveBeenCalledTimes(2);
  });

  it('says what to name where the catalog does not know a source', async () => {
    const { action, startRollout } = set({
      ...orders,
      metadata: { name: 'orders' },
    });
    await expect(runAction(action, input)).rejects.toThrow(
      'sourceUrl: the catalog does not say where component:default/orders comes from',
    );
    expect(startRollout).not.toHaveBeenCalled();
  });

  it('asks the catalog for a new component, and delivery once', async () => {
    const { action, catalog, pause, startRollout } = set();
    catalog.getEntityByRef.mockResolvedValueOnce(undefined);
    catalog.getEntityByRef.mockResolvedValueOnce(undefined);
    const { log } = await runAction(action, input);

    expect(pause).toHaveBeenCalledTimes(2);
    expect(catalog.getEntityByRef).toHaveBeenCalledWith(
      'component:default/orders',
      { credentials: mockCredentials.user('user:default/guest') },
    );
    expect(startRollout).toHaveBeenCalledTimes(1);
    expect(log).toEqual([
      'Waiting until the catalog knows component:default/orders',
      'What is applied: https://github.com/acme/orders/tree/main',
      'The rollout has begun: /soa-delivery/rollouts/rollout-1',
    ]);
  });

  it('says what to look at when the catalog never knows it', async () => {
    const { action, catalog, startRollout } = set();
    catalog.getEntityByRef.mockResolvedValue(undefined);
    await expect(runAction(action, input)).rejects.toThrow(
      'componentRef: the catalog does not know component:default/orders, or you may not see it: see whether it is registered',
    );
    expect(startRollout).not.toHaveBeenCalled();
  });

  it('stops waiting when it is canceled', async () => {
    const { action, catalog, pause } = set();
    const controller = new AbortController();
    catalog.getEntityByRef.mockResolvedValue(undefined);
    pause.mockImplementation(async () => controller.abort());
    await expect(
      runAction(action, input, { signal: controller.signal }),
    ).rejects.toThrow(/abort/i);
    expect(pause).toHaveBeenCalledTimes(1);
  });

  it('does not wait for a catalog that hangs', async () => {
    const { action, catalog, startRollout } = set();
    const controller = new AbortController();
    catalog.getEntityByRef.mockImplementation(() => {
      setImmediate(() => controller.abort(new Error('canceled')));
      return new Promise(() => {});
    });
    await expect(
      runAction(action, input, { signal: controller.signal }),
    ).rejects.toThrow(/^canceled$/);
    expect(startRollout).not.toHaveBeenCalled();
  });

  it('asks again with the same key where the portal is updated meanwhile', async () => {
    const { action, pause, startRollout } = set();
    startRollout.mockRejectedValueOnce(new ServiceUnavailableError('Gone'));
    const { outputs, log } = await runAction(action, input);
    expect(outputs.rolloutId).toBe('rollout-1');
    expect(pause).toHaveBeenCalledTimes(1);
    const [first, again] = startRollout.mock.calls;
    expect(again).toEqual(first);
    expect(log).toContain(
      'soa-delivery gave no answer, and is asked again: Gone',
    );
  });

  it('starts nothing in a dry run', async () => {
    const { action, startRollout } = set();
    const { log } = await runAction(action, input, { isDryRun: true });
    expect(startRollout).not.toHaveBeenCalled();
    expect(log).toEqual([
      'Would start a rollout of component:default/orders to dev-use1, and then to prod-use1, prod-euw1',
    ]);
  });

  it('has the backend check in a dry run what it checks otherwise', async () => {
    const { action, startRollout, previewRollout } = set();
    const dry = (change: object = {}) =>
      runAction(action, { ...input, ...change }, { isDryRun: true });
    const { outputs } = await dry({
      plan: { stages: [{ environment: 'prod' }] },
    });
    expect(outputs).toEqual({ rolloutId: 'unknown', url: '/soa-delivery' });
    expect(previewRollout).toHaveBeenCalledWith(
      {
        componentRef: 'component:default/orders',
        source: { url: 'https://github.com/acme/orders/tree/main' },
        placements: ordersPlacements,
        plan: { stages: [{ environment: 'prod' }] },
      },
      expect.objectContaining({
        credentials: mockCredentials.user('user:default/guest'),
      }),
    );

    previewRollout.mockResolvedValueOnce({
      joins: { id: 'r-1' } as any,
      stages,
    });
    const joining = await dry();
    expect(joining.log).toEqual([
      'Would start no rollout of component:default/orders, but join the same one, which is under way: /soa-delivery/rollouts/r-1',
    ]);
    expect(joining.outputs).toEqual({
      rolloutId: 'r-1',
      url: '/soa-delivery/rollouts/r-1',
    });
    expect(startRollout).not.toHaveBeenCalled();
  });

  const answer = async (status: number, message: string) => {
    const error = await ResponseError.fromResponse(
      new Response(JSON.stringify({ error: { message } }), {
        status,
        headers: { 'content-type': 'application/json' },
      }) as any,
    );
    return Object.assign(error, { message });
  };

  it.each([400, 403, 404])(
    'fails a dry run where the backend refuses: %i',
    async status => {
      const { action, previewRollout } = set();
      previewRollout.mockRejectedValue(await answer(status, 'source.url: no'));
      await expect(
        runAction(action, input, { isDryRun: true }),
      ).rejects.toThrow('source.url: no');
    },
  );

  it.each([
    [
      'a backend that is not there',
      new Error('It does not answer'),
      {},
      'It does not answer',
    ],
    ['one that fails', 500, {}, 'Oops'],
    [
      'a source that is not published',
      new Error('Asked'),
      { sourceUrl: 'undefined/tree/main' },
      'Nothing is published yet: "undefined/tree/main" is no URL.',
    ],
  ])(
    'knows nothing of %s in a dry run, and says so',
    async (_, error, change, why) => {
      const { action, previewRollout } = set();
      previewRollout.mockRejectedValue(
        typeof error === 'number' ? await answer(error, 'Oops') : error,
      );
      const { log } = await runAction(
        action,
        { ...input, ...change },
        { isDryRun: true },
      );
      expect(log).toEqual([
        `Whether the rollout would be refused, or is under way already, is unknown. ${why}`,
        expect.stringMatching(/^Would start a rollout/),
      ]);
    },
  );

  it('fails a dry run where the catalog does not know a source', async () => {
    const { action } = set({ ...orders, metadata: { name: 'orders' } });
    await expect(runAction(action, input, { isDryRun: true })).rejects.toThrow(
      'sourceUrl: the catalog does not say where',
    );
  });

  it('says in a dry run what the initiator may not do', async () => {
    const { action, catalog, startRollout, previewRollout } = set(orders, [
      'soa.workspace.plan',
    ]);
    await expect(runAction(action, input, { isDryRun: true })).rejects.toThrow(
      'componentRef: you may not do this in the workspaces of component:default/orders: ask for the permission soa.workspace.apply',
    );
    // An earlier step may be what registers it.
    catalog.getEntityByRef.mockResolvedValue(undefined);
    const { log } = await runAction(action, input, { isDryRun: true });
    expect(log).toEqual([
      'Whether you may do this is unknown: the catalog does not show component:default/orders yet',
      'Whether the rollout would be refused, or is under way already, is unknown. The catalog does not show component:default/orders yet.',
      expect.stringMatching(/^Would start a rollout/),
    ]);
    expect(startRollout).not.toHaveBeenCalled();
    expect(previewRollout).not.toHaveBeenCalled();
  });

  it('names the input at fault', async () => {
    const { action } = set();
    await expect(
      runAction(action, { ...input, componentRef: 'orders', sourceUrl: '' }),
    ).rejects.toThrow(/^componentRef: write the full reference.*sourceUrl: /);
    await expect(
      runAction(action, { ...input, sourceUrl: 'undefined/tree/main' }),
    ).rejects.toThrow(/^sourceUrl: "undefined\/tree\/main" is no URL/);
  });
});
