import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { placementOf } from '../__testUtils__/requestOf';
import { recordOf } from '../advance/__testUtils__/recordOf';
import { targetOf } from '../advance/__testUtils__/targetOf';
import type { RolloutRecord } from '../store';
import { Aftermath } from './Aftermath';

const ORIGIN = 'backstage.io/managed-by-origin-location';

function component(name: string, regions: Array<[string, string]>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}`,
      annotations: { [ORIGIN]: 'url:https://code.example/orders.yaml' },
    },
    spec: {
      placements: regions.map(([region, short]) => {
        const { environment, account, runtime } = placementOf(region, short);
        return { environment, account, region, runtime };
      }),
    },
  };
}

function set(entities: Entity[], change: Partial<RolloutRecord> = {}) {
  const rollout = recordOf([targetOf({ state: 'destroyed' })], {
    operation: 'destroy',
    state: 'destroyed',
    unregister: true,
    componentUid: 'uid-orders',
    endedAt: '2026-11-20T10:00:00.000Z',
    ...change,
  });
  let time = Date.parse(rollout.endedAt!);
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async () => entities[0],
    getEntities: async () => ({ items: entities }),
    getLocationByEntity: async () => ({
      id: 'location-1',
      type: 'url',
      target: 'x',
      entityRef: 'location:default/generated-1',
    }),
    removeLocationById: async () => {},
    removeEntityByUid: async () => {},
  });
  const remove = jest.fn(async () => []);
  const freeOfComponent = jest.fn(async (..._: unknown[]) => {});
  const markAftermathDone = jest.fn(async () => {});
  const logger = mockServices.logger.mock();
  const aftermath = new Aftermath({
    store: {
      get: async () => rollout,
      listAftermaths: async () => [rollout],
      markAftermathDone,
    },
    deployAccess: { remove },
    reservations: { freeOfComponent },
    catalog,
    auth: mockServices.auth.mock({
      getOwnServiceCredentials: async () => mockCredentials.service(),
    }),
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
    logger,
    now: () => new Date(time),
  });
  return {
    aftermath,
    catalog,
    remove,
    freeOfComponent,
    markAftermathDone,
    logger,
    pass: (minutes: number) => {
      time += minutes * 60_000;
    },
  };
}

describe('Aftermath', () => {
  const use1: [string, string] = ['us-east-1', 'use1'];

  it('takes the roles away, and the component out of the catalog', async () => {
    const { aftermath, catalog, remove, markAftermathDone } = set([
      component('orders', [use1]),
    ]);
    await aftermath.run();
    expect(remove).toHaveBeenCalledWith(
      'component:default/orders',
      'acme/orders-prod-use1',
      { requestedBy: 'user:default/guest', isRelease: false },
    );
    expect(catalog.removeLocationById).toHaveBeenCalledWith(
      'location-1',
      expect.anything(),
    );
    expect(markAftermathDone).toHaveBeenCalledWith('rollout-1');
  });

  it('frees what the component had reserved, and tries that again', async () => {
    const { aftermath, freeOfComponent, markAftermathDone, pass } = set([
      component('orders', [use1]),
    ]);
    freeOfComponent.mockRejectedValueOnce(new Error('No answer'));
    await aftermath.run();
    expect(markAftermathDone).not.toHaveBeenCalled();
    pass(5);
    await aftermath.run();
    expect(freeOfComponent).toHaveBeenCalledTimes(2);
    expect(freeOfComponent).toHaveBeenCalledWith(
      'component:default/orders',
      '2026-11-20T10:00:00.000Z',
      undefined,
    );
    expect(markAftermathDone).toHaveBeenCalledTimes(1);
  });

  it('leaves a component in the catalog unless that was asked for', async () => {
    const { aftermath, catalog, freeOfComponent, markAftermathDone } = set(
      [component('orders', [use1])],
      { unregister: false },
    );
    await aftermath.run();
    expect(catalog.removeLocationById).not.toHaveBeenCalled();
    expect(freeOfComponent).not.toHaveBeenCalled();
    expect(markAftermathDone).toHaveBeenCalled();
  });

  it.each(['uid-of-an-older-one', undefined])(
    'leaves one that was made again under its name, of which it knew %s',
    async componentUid => {
      const { aftermath, catalog, freeOfComponent, markAftermathDone } = set(
        [component('orders', [use1])],
        { componentUid },
      );
      await aftermath.run();
      expect(catalog.removeLocationById).not.toHaveBeenCalled();
      expect(catalog.removeEntityByUid).not.toHaveBeenCalled();
      // What the one before it had asked for goes all the same.
      expect(freeOfComponent).toHaveBeenCalledTimes(1);
      expect(markAftermathDone).toHaveBeenCalledTimes(1);
    },
  );

  it.each([
    [
      'has other placements',
      [component('orders', [use1, ['eu-west-1', 'euw1']])],
      /has 1 more placements/,
    ],
    [
      'shares its file',
      [component('orders', [use1]), component('cart', [use1])],
      /describes component:default\/cart, too/,
    ],
  ])('leaves one that %s, and says so once', async (_, entities, says) => {
    const { aftermath, catalog, freeOfComponent, logger, markAftermathDone } =
      set(entities);
    await aftermath.run();
    expect(catalog.removeLocationById).not.toHaveBeenCalled();
    expect(freeOfComponent).not.toHaveBeenCalled();
    expect(logger.warn).toHaveBeenCalledWith(expect.stringMatching(says));
    expect(markAftermathDone).toHaveBeenCalledTimes(1);
  });

  it('tries again what may pass, and not at once', async () => {
    const { aftermath, remove, markAftermathDone, pass } = set([
      component('orders', [use1]),
    ]);
    remove.mockRejectedValueOnce(new Error('No answer'));
    await aftermath.run();
    await aftermath.run();
    expect(remove).toHaveBeenCalledTimes(1);
    expect(markAftermathDone).not.toHaveBeenCalled();
    pass(5);
    await aftermath.run();
    expect(markAftermathDone).toHaveBeenCalledTimes(1);
  });
});
