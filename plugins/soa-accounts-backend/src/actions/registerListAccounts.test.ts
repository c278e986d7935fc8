import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { startPortal } from '../__testUtils__/startPortal';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('list-accounts', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal(await databases.init('SQLITE_3'));
  });

  it.each<Record<string, string>>([
    {},
    { environment: 'prod', runtime: 'ecs-fargate', region: 'eu-west-1' },
    { runtime: 'eks' },
    { organizationalUnit: 'ou-p' },
    { organizationalUnit: 'ou-w' },
  ])('shows people and services what HTTP shows them of %j', async query => {
    const { get, invoke, service } = portal;
    const path = `/accounts?${new URLSearchParams(query)}`;
    expect(await invoke('list-accounts', query)).toEqual(
      (await get(path)).body,
    );
    expect(
      await invoke('list-accounts', query, mockCredentials.service()),
    ).toEqual((await get(path, service)).body);
  });

  it('gives so many, and more of them after that', async () => {
    const { invoke } = portal;
    const service = mockCredentials.service();
    const first = await invoke('list-accounts', { limit: 1 }, service);
    const second = await invoke(
      'list-accounts',
      { limit: 1, cursor: first.nextCursor },
      service,
    );
    expect([first, second].map(({ items }) => items[0].id)).toEqual([
      '111122223333',
      '444455556666',
    ]);
    expect(second.nextCursor).toBeUndefined();
  });
});
