import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { startPortal } from '../__testUtils__/startPortal';
import type { ActionOptions } from './ActionOptions';
import { registerResolvePlacements } from './registerResolvePlacements';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const wish = {
  name: 'refunds',
  owner: 'team-shop',
  runtime: 'ecs-fargate',
  stages: [{ environment: 'prod', regions: ['eu-west-1'] }],
};

describe('resolve-placements', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal(await databases.init('SQLITE_3'));
  });

  it('chooses among what the caller may see, as HTTP does', async () => {
    const { invoke, post, service } = portal;
    const answer = await invoke('resolve-placements', wish);
    expect(answer.total).toBe(1);
    expect(answer.placements[0].workspace).toBe('acme/refunds-prod-euw1');
    expect(answer).toEqual({
      total: 1,
      ...(await post('/placements/resolve', wish)).body,
    });
    // The second account fits as well, and is hidden from people.
    const seesBoth = await invoke(
      'resolve-placements',
      wish,
      mockCredentials.service(),
    );
    expect(seesBoth).toEqual({
      total: 0,
      ...(await post('/placements/resolve', wish, service)).body,
    });
    expect(seesBoth.problems[0].message).toMatch(/More than one account/);
  });

  it('says where a request is wrong', async () => {
    await expect(
      portal.invoke('resolve-placements', { ...wish, namespace: 'Not Here' }),
    ).rejects.toThrow('namespace: write lower-case letters');
    await expect(
      portal.invoke('resolve-placements', { ...wish, runtime: 'mainframe' }),
    ).rejects.toThrow('mainframe');
  });

  it('shows so many of a lot, and says how many there are', async () => {
    const actionsRegistry = actionsRegistryServiceMock();
    const many = <T>(item: T) => Array.from({ length: 1_000 }, () => item);
    registerResolvePlacements({
      actionsRegistry,
      resolver: {
        resolve: async () => ({
          placements: many({
            environment: 'prod',
            account: '111122223333',
            accountName: 'prod',
            region: 'us-east-1',
            runtime: 'ecs-fargate' as const,
            workspace: 'acme/orders',
            key: 'prod',
          }),
          problems: many({ input: 'stages', message: 'No' }),
          unknowns: many('Nobody knows'),
        }),
      },
    } as Partial<ActionOptions> as ActionOptions);
    const { output } = await actionsRegistry.invoke({
      id: 'test:resolve-placements',
      input: wish,
    });
    expect(output).toMatchObject({ total: 1_000 });
    const { placements, problems, unknowns } = output as Record<
      string,
      unknown[]
    >;
    for (const list of [placements, problems, unknowns]) {
      expect(list).toHaveLength(200);
    }
  });
});
