import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { runAction, runsServices } from '../__testUtils__';
import { createRegisterComponentAction } from './registerComponent';

const url = 'https://github.com/acme/orders/blob/main/catalog-info.yaml';
const input = { componentRef: 'component:default/orders', catalogInfoUrl: url };

const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name },
});

const refusal = (status: number, message: string) =>
  ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', message },
        response: { statusCode: status },
      }),
      {
        status,
        headers: { 'content-type': 'application/json' },
      },
    ),
  );

// As the catalog puts it.
const NOT_FOUND = `NotFoundError: Unable to read url, no matching files found for ${url}`;

/** A catalog that knows a component some time after it was registered. */
function set(allowed?: string[]) {
  const catalog = catalogServiceMock.mock();
  const state = { isKnown: false, holds: [component('orders')] };
  catalog.getEntityByRef.mockImplementation(async () =>
    state.isKnown ? component('orders') : undefined,
  );
  catalog.addLocation.mockImplementation(async ({ dryRun }) => ({
    location: { id: '1', type: 'url', target: url } as any,
    entities: dryRun ? state.holds : [],
  }));
  const pause = jest.fn(async () => {
    state.isKnown = true;
  });
  const action = createRegisterComponentAction({
    catalog,
    permissions: runsServices({ allowed }).permissions,
    pause,
  });
  const registered = () =>
    catalog.addLocation.mock.calls.filter(([{ dryRun }]) => !dryRun);
  return { action, catalog, pause, registered, state };
}

describe('soa:component:register', () => {
  it('registers as the initiator, and waits until the catalog knows it', async () => {
    const { action, pause, registered } = set();
    const { outputs, log } = await runAction(action, input);

    expect(registered()).toEqual([
      [
        { type: 'url', target: url },
        { credentials: mockCredentials.user('user:default/guest') },
      ],
    ]);
    expect(pause).toHaveBeenCalledTimes(1);
    expect(outputs).toEqual({ entityRef: 'component:default/orders' });
    expect(log).toEqual([
      `Registered ${url}`,
      'Waiting until the catalog knows component:default/orders',
    ]);
  });

  it('does nothing the second time, and says so', async () => {
    const { action, registered } = set();
    await runAction(action, input);
    const { log } = await runAction(action, input);
    expect(registered()).toHaveLength(1);
    expect(log).toEqual([
      'component:default/orders is in the catalog: nothing to register',
    ]);
  });

  it('takes a location that is registered already for done', async () => {
    const { action, catalog } = set();
    const conflict = await refusal(409, 'Location already exists');
    const { getMockImplementation } = catalog.addLocation;
    const answer = getMockImplementation.call(catalog.addLocation)!;
    catalog.addLocation.mockImplementation(async (location, options) => {
      if (!location.dryRun) {
        throw conflict;
      }
      return answer(location, options);
    });
    const { outputs } = await runAction(action, input);
    expect(outputs.entityRef).toBe('component:default/orders');
  });

  it.each([
    [
      400,
      'Unable to read url',
      /does not take .*: Unable to read url\. Put that right.*stopped\.$/,
    ],
    [403, 'Unauthorized', /ask for the permission catalog\.location\.create/],
    [500, 'Oh no', /does not take .*: Oh no\. Put that right/],
  ])('says why the catalog refuses with %s', async (status, why, message) => {
    const { action, catalog, registered } = set();
    catalog.addLocation.mockRejectedValue(await refusal(status, why));
    await expect(runAction(action, input)).rejects.toThrow(message);
    expect(registered()).toEqual([]);
  });

  it('waits for a file that its host does not show yet', async () => {
    const { action, catalog, pause, registered } = set();
    pause.mockResolvedValueOnce(undefined);
    catalog.addLocation.mockRejectedValueOnce(await refusal(400, NOT_FOUND));
    const { log } = await runAction(action, input);
    expect(registered()).toHaveLength(1);
    expect(log).toEqual([
      `Waiting until the catalog finds ${url}`,
      `Registered ${url}`,
      'Waiting until the catalog knows component:default/orders',
    ]);
  });

  it('gives up on a file that its host never shows, and says so', async () => {
    const { action, catalog, pause, registered } = set();
    catalog.addLocation.mockRejectedValue(await refusal(400, NOT_FOUND));
    await expect(runAction(action, input)).rejects.toThrow(
      /does not take .*: NotFoundError: Unable to read url.*Put that right/,
    );
    expect(pause.mock.calls.length).toBeGreaterThan(1);
    expect(registered()).toEqual([]);
  });

  it('does not wait where the catalog refuses for another reason', async () => {
    const { action, catalog, pause, state } = set();
    state.holds = [];
    await expect(runAction(action, input)).rejects.toThrow(/it holds nothing/);
    catalog.addLocation.mockRejectedValue(await refusal(403, 'Unauthorized'));
    await expect(runAction(action, input)).rejects.toThrow(/permission/);
    expect(pause).not.toHaveBeenCalled();
  });

  it('registers nothing that holds another component', async () => {
    const { action, registered, state } = set();
    state.holds = [component('cart')];
    await expect(runAction(action, input)).rejects.toThrow(
      `${url} holds no component:default/orders: it holds component:default/cart`,
    );
    expect(registered()).toEqual([]);
  });

  it('gives up when the catalog never knows it', async () => {
    const { action, pause } = set();
    pause.mockResolvedValue(undefined);
    await expect(runAction(action, input)).rejects.toThrow(
      'the catalog does not know component:default/orders, or you may not see it',
    );
  });

  it('stops waiting when it is canceled', async () => {
    const { action, pause } = set();
    const controller = new AbortController();
    pause.mockImplementation(async () => controller.abort());
    await expect(
      runAction(action, input, { signal: controller.signal }),
    ).rejects.toThrow(/abort/i);
  });

  it.each([
    ['looks for the component', 'getEntityByRef', 0],
    ['reads the file', 'addLocation', 0],
    ['takes the location', 'addLocation', 1],
    ['looks for what was registered', 'getEntityByRef', 1],
  ] as const)(
    'does not wait for a catalog that hangs as it %s',
    async (_, method, answers) => {
      const { action, catalog } = set();
      const controller = new AbortController();
      const answer = catalog[method].getMockImplementation()! as any;
      for (let one = 0; one < answers; one += 1) {
        catalog[method].mockImplementationOnce(answer);
      }
      catalog[method].mockImplementationOnce(() => {
        setImmediate(() => controller.abort(new Error('canceled')));
        return new Promise<any>(() => {});
      });
      await expect(
        runAction(action, input, { signal: controller.signal }),
      ).rejects.toThrow(/^canceled$/);
    },
  );

  it('registers nothing in a dry run', async () => {
    const { action, catalog } = set();
    const { log } = await runAction(action, input, { isDryRun: true });
    expect(catalog.addLocation).not.toHaveBeenCalled();
    expect(log).toEqual([`Would register ${url}`]);
  });

  it('says in a dry run that the initiator may not register it', async () => {
    const { action, state } = set([]);
    await expect(runAction(action, input, { isDryRun: true })).rejects.toThrow(
      'you may not register components: ask for the permission catalog.location.create',
    );
    state.isKnown = true;
    const { log } = await runAction(action, input, { isDryRun: true });
    expect(log[0]).toContain('nothing to register');
  });

  it('names the input at fault', async () => {
    const { action } = set();
    await expect(
      runAction(action, { componentRef: 'orders', catalogInfoUrl: '' }),
    ).rejects.toThrow(/^componentRef: write the full.*catalogInfoUrl: /);
    await expect(
      runAction(action, { ...input, catalogInfoUrl: 'undefined/x.yaml' }),
    ).rejects.toThrow(/^catalogInfoUrl: "undefined\/x\.yaml" is no URL/);
  });
});
