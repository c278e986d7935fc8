import { mockCredentials } from '@backstage/backend-test-utils';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import { RUNTIMES } from '@backstage-soa/plugin-soa-common';
import type { DeployAccess } from '@backstage-soa/plugin-soa-common';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
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

/** With deploy access as it is now, or with why nobody can say. */
function set(
  accessOf: (account: string) => Partial<DeployAccess> | Error = () => ({}),
) {
  const requestAccess = jest.fn<
    ReturnType<SoaDeliveryClient['requestAccess']>,
    Parameters<SoaDeliveryClient['requestAccess']>
  >(async ({ placements }) => ({
    items: placements.map(({ workspace, account }) => {
      const access = accessOf(account);
      if (access instanceof Error) {
        throw access;
      }
      return { workspace, account, state: 'absent', ...access };
    }),
  }));
  const accounts = ordersAccounts(RUNTIMES);
  const action = createResolvePlacementsAction({
    accounts,
    delivery: { requestAccess },
  });
  return { action, requestAccess, accounts };
}

async function refusal(status: number, message: string) {
  const error = await ResponseError.fromResponse(
    new Response('{}', { status }),
  );
  error.message = message;
  return error;
}

describe('soa:placements:resolve', () => {
  const { action } = set();

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
      'orders cannot run where you want it:\n- prod: This is not allowed: choose another.\n- prod: This is not allowed',
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

  it('asks for what is needed of the platform, and not for what is not', async () => {
    const { action: asking, accounts } = set();
    await runAction(asking, {
      ...input,
      needs: { 'zone-id': true, 'listener-arn': true, 'cluster-arn': false },
    });
    await runAction(asking, input);
    expect(
      accounts.resolvePlacements.mock.calls.map(([{ needs }]) => needs),
    ).toEqual([['listener-arn', 'zone-id'], []]);
  });

  it.each([
    ['a name that no platform has', { listener: true }],
    ['what says neither yes nor no', { 'zone-id': 'shared' }],
  ])('does not take %s', async (_, needs) => {
    const { action: asking, accounts } = set();
    await expect(runAction(asking, { ...input, needs })).rejects.toThrow(
      /^needs/,
    );
    expect(accounts.resolvePlacements).not.toHaveBeenCalled();
  });

  it('says in the log what nobody knows of the platform', async () => {
    const { action: asking, accounts } = set();
    accounts.resolvePlacements.mockResolvedValue({
      placements: ordersPlacements,
      problems: [],
      unknowns: ['Whether the platform has it is not known.'],
    });
    const { outputs, log } = await runAction(asking, input);
    expect(outputs.placements).toEqual(ordersPlacements);
    expect(log).toContain('Whether the platform has it is not known.');
  });

  it('asks as the initiator whether deploy access can be had', async () => {
    const { action: asking, requestAccess } = set();
    await runAction(asking, input);
    expect(requestAccess.mock.calls).toEqual([
      [
        {
          componentRef: 'component:default/orders',
          owner: 'group:default/team-shop',
          placements: ordersPlacements,
          dryRun: true,
        },
        expect.objectContaining({
          credentials: mockCredentials.user('user:default/guest'),
        }),
      ],
    ]);
  });

  it('refuses accounts without an access workspace, each once', async () => {
    const { action: refusing } = set(account => ({
      state: 'failed',
      reason: `The account ${account} has no access workspace.`,
    }));
    for (const isDryRun of [false, true]) {
      await expect(runAction(refusing, input, { isDryRun })).rejects.toThrow(
        /^orders cannot run where you want it:\n- dev: The account 444455556666 has no access workspace\.\n- prod: The account 111122223333 has no access workspace\.$/,
      );
    }
  });

  it.each([
    ['there', 'ready'],
    ['being made', 'waiting'],
    ['made by others', 'unmanaged'],
  ] as const)('takes deploy access that is %s', async (_, state) => {
    const { outputs } = await runAction(set(() => ({ state })).action, input);
    expect(outputs.placements).toHaveLength(3);
  });

  it('asks nothing for what is given no deploy access', async () => {
    const { action: bare, requestAccess } = set();
    await runAction(bare, { ...input, deployAccess: false });
    expect(requestAccess).not.toHaveBeenCalled();
  });

  it('passes on why the backend refuses', async () => {
    const error = await refusal(403, 'You may not change the deploy access.');
    await expect(runAction(set(() => error).action, input)).rejects.toThrow(
      'orders cannot run where you want it:\n- You may not change the deploy access.',
    );
  });

  it.each([
    ['is not there', () => refusal(404, 'Nothing is here.')],
    ['fails', () => refusal(500, 'Oh no.')],
    ['does not answer', () => new ServiceUnavailableError('Oh no.')],
  ])('says what it does not know if the backend %s', async (_, make) => {
    const { action: asking } = set(
      (
        error => () =>
          error
      )(await make()),
    );
    await expect(runAction(asking, input)).rejects.toThrow(
      /^Whether orders can have deploy access is not known, so nothing has been made\. (Oh no|Nothing is here)\.$/,
    );
    const { outputs, log } = await runAction(asking, input, { isDryRun: true });
    expect(outputs.placements).toHaveLength(3);
    expect(log[0]).toMatch(/^Whether orders can have deploy access is unknown/);
  });
});
