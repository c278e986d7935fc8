import { ordersAccounts, ordersPlacements, runAction } from '../__testUtils__';
import { createResolvePlacementsAction } from './resolvePlacements';

const input = {
  name: 'orders',
  owner: 'group:default/team-shop',
  runtime: 'ecs-fargate',
  stages: [
    { environment: 'dev', regions: ['us-east-1'] },
    { environment: 'prod', regions: ['us-east-1', 'eu-west-1'] },
  ],
};

describe('soa:placements:resolve', () => {
  const action = createResolvePlacementsAction({ accounts: ordersAccounts() });

  it('puts out the placements, for the catalog and for people', async () => {
    const { outputs, log } = await runAction(action, input);

    expect(outputs.placements).toEqual(ordersPlacements);
    expect(outputs.catalogPlacements[0]).toEqual({
      environment: 'dev',
      account: '444455556666',
      region: 'us-east-1',
      runtime: 'ecs-fargate',
      workspace: 'acme/orders-dev-use1',
    });
    expect(outputs.environments).toEqual([
      {
        environment: 'dev',
        regions: ['us-east-1'],
        accounts: ['runtime-ecs-dev (444455556666)'],
      },
      {
        environment: 'prod',
        regions: ['us-east-1', 'eu-west-1'],
        accounts: ['runtime-ecs-prod (111122223333)'],
      },
    ]);
    expect(log[0]).toBe(
      'dev: us-east-1 in runtime-ecs-dev (444455556666), workspace acme/orders-dev-use1',
    );
  });

  it('fails with every reason', async () => {
    await expect(
      runAction(action, {
        ...input,
        stages: [
          { environment: 'prod', regions: ['ap-south-1', 'ap-south-2'] },
        ],
      }),
    ).rejects.toThrow(
      'orders cannot run where you want it:\n- stages[0]: This is not allowed: choose another.\n- stages[0]: This is not allowed',
    );
  });

  it('names the input at fault', async () => {
    await expect(
      runAction(action, { ...input, name: 'Orders' }),
    ).rejects.toThrow(/^name: Use lower-case letters/);
    await expect(runAction(action, { ...input, stages: [] })).rejects.toThrow(
      /^stages: /,
    );
  });

  it('resolves in a dry run as well', async () => {
    const { outputs } = await runAction(action, input, { isDryRun: true });
    expect(outputs.placements).toHaveLength(3);
  });
});
