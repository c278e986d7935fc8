import { mockCredentials } from '@backstage/backend-test-utils';
import type {
  PlacementItem,
  WorkspaceWithOutputs,
} from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import { ordersPlacements, runAction } from '../__testUtils__';
import { createResolveConsumesAction } from './resolveConsumes';

const component = 'component:default/payments';

interface Provided {
  environment: string;
  region: string;
  account?: string;
  cell?: string;
  state?: PlacementItem['state'];
  outputs?: Record<string, unknown>;
}

const ARN =
  'arn:aws:vpc-lattice:us-east-1:111122223333:service/svc-0123456789abcdef0';

const url = (host: string) => ({ url: `https://${host}.acme.example` });

const everywhere: Provided[] = [
  { environment: 'dev', region: 'us-east-1', outputs: url('dev') },
  { environment: 'prod', region: 'eu-west-1', outputs: url('eu') },
  {
    environment: 'prod',
    region: 'us-east-1',
    outputs: { ...url('us'), lattice_service_arn: ARN },
  },
];

/** An inventory in which `payments` is placed like this. */
function inventory(provided: readonly Provided[]) {
  const items = provided.map(
    (one, index): PlacementItem => ({
      componentRef: component,
      environment: one.environment,
      account: { id: one.account ?? '777788889999', entityRef: 'resource:x/y' },
      region: one.region,
      runtime: 'lambda',
      ...(one.cell && { cell: one.cell }),
      workspace: {
        id: `ws-${index}`,
        name: 'w',
        organization: 'acme',
        url: 'https://app.terraform.io',
      },
      state: one.state ?? 'in-sync',
    }),
  );
  const workspaces = provided.map(
    ({ outputs = {} }, index): Partial<WorkspaceWithOutputs> => ({
      id: `ws-${index}`,
      outputs: Object.entries(outputs).map(([name, value]) => ({
        name,
        sensitive: false,
        value,
      })),
    }),
  );
  // One of a page, so that whoever reads the first page only is found out.
  const paged =
    <T>(all: readonly T[]) =>
    async ({ cursor = '0', ...query }: { cursor?: string }) => {
      const at = Number(cursor);
      const ofIt = (query as { component?: string }).component === component;
      return {
        items: ofIt ? all.slice(at, at + 1) : [],
        ...(ofIt && at + 1 < all.length && { nextCursor: `${at + 1}` }),
      };
    };
  const accounts = {
    listPlacements: jest.fn(paged(items)),
    listWorkspacesWithOutputs: jest.fn(paged(workspaces)),
  };
  return {
    accounts,
    action: createResolveConsumesAction({
      accounts: accounts as Partial<SoaAccountsClient> as SoaAccountsClient,
    }),
  };
}

const input = {
  componentRef: 'component:default/orders',
  placements: ordersPlacements,
  consumes: [component],
};

describe('soa:consumes:resolve', () => {
  it('finds the placement of the same environment and Region', async () => {
    const { action, accounts } = inventory(everywhere);
    const { outputs, log } = await runAction(action, input);

    expect(outputs.consumes).toEqual({
      'dev-use1': [
        { component, name: 'payments', url: 'https://dev.acme.example' },
      ],
      'prod-use1': [
        {
          component,
          name: 'payments',
          url: 'https://us.acme.example',
          lattice_service_arn: ARN,
        },
      ],
      'prod-euw1': [
        { component, name: 'payments', url: 'https://eu.acme.example' },
      ],
    });
    expect(outputs.dependsOn).toEqual([component]);
    expect(log).toContain(
      'prod-euw1 calls payments in eu-west-1 (777788889999) at https://eu.acme.example',
    );
    expect(accounts.listPlacements.mock.calls[0]).toEqual([
      { component, cursor: undefined },
      expect.objectContaining({
        credentials: mockCredentials.user('user:default/guest'),
      }),
    ]);
  });

  it.each<[string, string, Provided[]]>([
    [
      'the nearest Region',
      'https://near.acme.example',
      [
        { environment: 'prod', region: 'ap-south-1', outputs: url('far') },
        { environment: 'prod', region: 'us-west-2', outputs: url('west') },
        { environment: 'prod', region: 'us-east-2', outputs: url('near') },
      ],
    ],
    [
      'what is global',
      'https://site.acme.example',
      [
        { environment: 'prod', region: 'us-east-2', outputs: url('near') },
        { environment: 'prod', region: 'global', outputs: url('site') },
      ],
    ],
    [
      'what is declared',
      'https://west.acme.example',
      [
        {
          environment: 'prod',
          region: 'us-east-1',
          state: 'undeclared',
          outputs: url('old'),
        },
        { environment: 'prod', region: 'us-west-2', outputs: url('west') },
      ],
    ],
    [
      'its own account',
      'https://own.acme.example',
      [
        { environment: 'prod', region: 'us-east-1', outputs: url('other') },
        {
          environment: 'prod',
          region: 'us-east-1',
          account: '111122223333',
          outputs: url('own'),
        },
      ],
    ],
    [
      'what is in no cell, as itself',
      'https://whole.acme.example',
      [
        {
          environment: 'prod',
          region: 'us-east-1',
          account: '111122223333',
          cell: 'a',
          outputs: url('cell'),
        },
        { environment: 'prod', region: 'us-east-1', outputs: url('whole') },
      ],
    ],
  ])('calls %s', async (_, address, provided) => {
    const { outputs } = await runAction(inventory(provided).action, {
      ...input,
      placements: [ordersPlacements[1]],
    });
    expect(outputs.consumes['prod-use1'][0].url).toBe(address);
  });

  it('says every reason at once', async () => {
    const { action } = inventory([
      {
        environment: 'prod',
        region: 'us-east-1',
        outputs: { ...url('us'), lattice_service_arn: ARN },
      },
    ]);
    await expect(runAction(action, input)).rejects.toThrow(
      'consumes: not all of it can be called:\n' +
        '- dev-use1: payments does not run in dev yet: place it there first, or leave it out\n' +
        '- prod-euw1: payments is offered through VPC Lattice in us-east-1, which does not reach eu-west-1: place payments there, too',
    );
  });

  it.each([{}, { url: null }, { url: 'not yet' }, { url: { a: 1 } }])(
    'refuses one whose outputs are %j',
    async outputs => {
      const { action } = inventory([
        ...everywhere.slice(0, 2),
        { environment: 'prod', region: 'us-east-1', outputs },
      ]);
      await expect(runAction(action, input)).rejects.toThrow(
        '- prod-use1: the workspace of payments (prod, us-east-1) has no output url, or you may not see it: roll payments out first',
      );
    },
  );

  it('says in a dry run what is not known, and refuses what is', async () => {
    const { action } = inventory([
      ...everywhere.slice(0, 2),
      { environment: 'prod', region: 'us-east-1' },
    ]);
    const { outputs, log } = await runAction(action, input, {
      isDryRun: true,
    });
    expect(Object.keys(outputs.consumes)).toEqual(['dev-use1', 'prod-euw1']);
    expect(outputs.dependsOn).toEqual([component]);
    expect(log.join()).toContain(
      'prod-use1: unknown, since the workspace of payments',
    );

    await expect(
      runAction(inventory(everywhere.slice(0, 1)).action, input, {
        isDryRun: true,
      }),
    ).rejects.toThrow('payments does not run in prod yet');
  });

  it('goes on in a dry run where the inventory does not answer', async () => {
    const { action, accounts } = inventory(everywhere);
    accounts.listPlacements.mockRejectedValue(new Error('no answer'));
    const { outputs, log } = await runAction(action, input, {
      isDryRun: true,
    });
    expect(outputs).toEqual({ consumes: {}, dependsOn: [component] });
    expect(log).toEqual([
      'How component:default/payments is called is unknown: no answer',
    ]);
    await expect(runAction(action, input)).rejects.toThrow('no answer');
  });

  it('asks for nothing where nothing is called', async () => {
    const { action, accounts } = inventory(everywhere);
    for (const consumes of [undefined, []]) {
      const { outputs } = await runAction(action, { ...input, consumes });
      expect(outputs).toEqual({ consumes: {}, dependsOn: [] });
    }
    expect(accounts.listPlacements).not.toHaveBeenCalled();
  });

  it('asks once for what is named twice', async () => {
    const { action, accounts } = inventory(everywhere);
    const { outputs } = await runAction(action, {
      ...input,
      consumes: [component, 'component:default/Payments'],
    });
    expect(outputs.dependsOn).toEqual([component]);
    expect(outputs.consumes['dev-use1']).toHaveLength(1);
    expect(accounts.listPlacements).toHaveBeenCalledTimes(3);
  });

  it.each([
    [
      [component, 'component:default/nothing'],
      'consumes: component:default/nothing runs nowhere, or you may not see it',
    ],
    [
      ['component:default/orders'],
      'consumes: component:default/orders is the service itself: leave it out',
    ],
    [
      ['component:other/payments', component],
      'consumes: component:default/payments and component:other/payments would both be called payments',
    ],
    [
      ['payments'],
      'consumes, entry 1: write the full reference of a component',
    ],
  ])('refuses %j', async (consumes, reason) => {
    await expect(
      runAction(inventory(everywhere).action, { ...input, consumes }),
    ).rejects.toThrow(reason);
  });
});
