import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { startPortal } from '../__testUtils__/startPortal';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('find-placements', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal(await databases.init('SQLITE_3'));
  });

  it.each<Record<string, string>>([
    {},
    { account: '111122223333' },
    { component: 'component:default/orders' },
    { component: 'component:default/ledger' },
    { environment: 'prod', region: 'us-east-1', runtime: 'ecs-fargate' },
    { region: 'eu-west-1' },
    { state: 'undeclared' },
  ])('shows people and services what HTTP shows them of %j', async query => {
    const { get, invoke, service } = portal;
    const path = `/placements?${new URLSearchParams(query)}`;
    expect(await invoke('find-placements', query)).toEqual(
      (await get(path)).body,
    );
    expect(
      await invoke('find-placements', query, mockCredentials.service()),
    ).toEqual((await get(path, service)).body);
  });

  it('finds a service by its name, and none that is hidden', async () => {
    const find = async (component: string) =>
      (await portal.invoke('find-placements', { component })).items.map(
        ({ componentRef }: { componentRef: string }) => componentRef,
      );
    expect(await find('orders')).toEqual(['component:default/orders']);
    expect(await find('ledger')).toEqual([]);
  });

  it('gives so many, and more of them after that', async () => {
    const { invoke } = portal;
    const asked = { environment: 'prod', limit: '1' };
    const first = await invoke('find-placements', asked);
    const second = await invoke('find-placements', {
      ...asked,
      cursor: first.nextCursor,
    });
    expect([first, second].map(({ items }) => items[0].componentRef)).toEqual([
      'component:default/ghost',
      'component:default/orders',
    ]);
    expect(second.nextCursor).toBeUndefined();
  });

  it.each([
    [{ account: 'prod' }, 'account: write the 12-digit id of an AWS account'],
    [{ component: ':' }, 'component: write an entity reference such as'],
    [{ cursor: 'mine' }, 'cursor is not one that this server gave'],
    [{ region: '\0' }, 'region: holds a NUL character'],
    [{ limit: 201 }, '200'],
    [{ runtime: 'mainframe' }, 'ecs-fargate'],
  ])('says what is wrong with %j', async (input, message) => {
    await expect(portal.invoke('find-placements', input)).rejects.toThrow(
      message,
    );
  });
});
