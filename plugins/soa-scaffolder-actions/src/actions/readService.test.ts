import { ordersPlacements, runAction } from '../__testUtils__';
import {
  ordersEntity,
  ordersRepository,
  ORDERS_ROOT,
} from '../__testUtils__/ordersRepository';
import { serviceActionOptions } from '../__testUtils__/serviceActions';
import { createReadServiceAction } from './readService';

const input = { componentRef: 'component:default/orders' };

async function set(
  options: Parameters<typeof serviceActionOptions>[1] & {
    files?: Record<string, string>;
  } = {},
) {
  const services = serviceActionOptions(
    { ...(await ordersRepository({ needs: ['zone-id'] })), ...options.files },
    options,
  );
  const action = createReadServiceAction(services);
  return {
    ...services,
    read: (wishes: object = {}, isDryRun = false) =>
      runAction(action, { ...input, ...wishes }, { isDryRun }),
  };
}

const keys = (outputs: Record<string, any>) =>
  outputs.placements.map(({ key }: { key: string }) => key);

describe('soa:service:read', () => {
  it('says where a service runs, in promotion order', async () => {
    const { read, repositories } = await set();
    const { outputs } = await read();
    expect(outputs).toMatchObject({
      name: 'orders',
      owner: 'group:default/team-shop',
      description: 'Takes orders',
      runtime: 'ecs-fargate',
      repoUrl: 'github.com?owner=acme&repo=orders',
      folder: undefined,
      branch: 'main',
      consumes: [],
      needs: { 'zone-id': true },
    });
    expect(outputs.placements).toEqual(
      ordersPlacements.map(one => ({ ...one, accountName: one.account })),
    );
    expect(repositories.requests).toHaveLength(1);
  });

  it.each([
    [{ environments: ['prod'] }, ['prod-use1', 'prod-euw1']],
    [{ placements: ['prod-euw1'] }, ['prod-euw1']],
    [{ placements: ['acme/orders-dev-use1'] }, ['dev-use1']],
    [
      { placements: ['prod/111122223333/eu-west-1/ecs-fargate'] },
      ['prod-euw1'],
    ],
    [
      { placements: ['orders-prod-use1', 'dev-use1'] },
      ['dev-use1', 'prod-use1'],
    ],
    [{ environments: ['prod'], placements: ['prod-use1'] }, ['prod-use1']],
  ])('gives those that are named: %j', async (wishes, expected) => {
    const { read } = await set();
    expect(keys((await read(wishes)).outputs)).toEqual(expected);
  });

  it('says what there is where it has none of that', async () => {
    const { read } = await set();
    await expect(read({ placements: ['prod-x', 'prod-use1'] })).rejects.toThrow(
      'placements: the service has no prod-x: choose among dev-use1, prod-use1, prod-euw1',
    );
    await expect(read({ environments: ['qa'] })).rejects.toThrow(
      'environments: the service has no qa: choose among dev, prod',
    );
  });

  it('reads file by file where the host gives no tree', async () => {
    const { read, repositories } = await set();
    repositories.hasTrees = false;
    expect(keys((await read()).outputs)).toHaveLength(3);
    expect(repositories.requests).not.toContain(
      expect.stringContaining('README'),
    );
  });

  it('waits until the catalog has read what the repository says', async () => {
    const { read, catalog, entity } = await set({
      entity: ordersEntity(ordersPlacements.slice(0, 2)),
    });
    catalog.refreshEntity = jest.fn(async () => {
      entity.spec = ordersEntity().spec;
    });
    catalog.getEntityByRef = jest.fn(async () => entity);
    expect(keys((await read()).outputs)).toHaveLength(3);
    expect(catalog.refreshEntity).toHaveBeenCalledTimes(1);
  });

  it('says that the catalog does not show it, after a minute', async () => {
    const { read } = await set({
      entity: ordersEntity(ordersPlacements.slice(0, 2)),
    });
    await expect(read()).rejects.toThrow(
      /does not show yet that component:default\/orders runs in eu-west-1 \(prod\)/,
    );
    // What is not asked for is not waited for.
    expect(keys((await read({ environments: ['dev'] })).outputs)).toEqual([
      'dev-use1',
    ]);
    expect(keys((await read({}, true)).outputs)).toHaveLength(3);
  });

  it('leaves out what the repository itself does not agree on', async () => {
    const other = await ordersRepository({
      placements: [{ ...ordersPlacements[0], key: 'stray' }],
    });
    const { read } = await set({
      files: {
        'infra/placements/stray.json': other[
          'infra/placements/stray.json'
        ].replace('us-east-1', 'us-west-2'),
        'infra/placements/prod-euw1.json': '',
      },
    });
    await expect(read()).rejects.toThrow(/prod-euw1\.json: is no JSON/);
    const { read: again } = await set({
      files: {
        'infra/placements/stray.json': other[
          'infra/placements/stray.json'
        ].replace('us-east-1', 'us-west-2'),
      },
    });
    const { outputs, log } = await again();
    expect(keys(outputs)).toHaveLength(3);
    expect(log[0]).toContain('stray.json is not in spec.placements');
  });

  it('tells where an older template has recorded no needs', async () => {
    const services = serviceActionOptions(await ordersRepository());
    const { outputs, log } = await runAction(
      createReadServiceAction(services),
      input,
    );
    expect(outputs.needs).toEqual({});
    expect(log.join()).toContain('the plan will tell');
  });

  it('is for those who may apply the component', async () => {
    const { read } = await set({ mayApply: false });
    await expect(read({}, true)).rejects.toThrow('soa.workspace.apply');
    // To read is not to change.
    const { read: stranger } = await set({ groups: [] });
    expect(keys((await stranger()).outputs)).toHaveLength(3);
  });

  it('says that a component or its repository is not there', async () => {
    const { read, repositories } = await set();
    await expect(
      read({ componentRef: 'component:default/other' }, true),
    ).rejects.toThrow(/no component component:default\/other/);
    delete repositories.folders[ORDERS_ROOT];
    await expect(read()).rejects.toThrow(
      /see whether its repository has moved/,
    );
  });

  it('takes an unreadable host for unknown in a dry run only', async () => {
    const { read, repositories } = await set();
    repositories.unreadable = new Error('No answer');
    await expect(read()).rejects.toThrow(/cannot be read: No answer/);
    const { outputs, log } = await read({}, true);
    expect(outputs).toMatchObject({ name: 'orders', runtime: 'ecs-fargate' });
    expect(log.join()).toContain('unknown');
  });
});
