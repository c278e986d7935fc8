import type {
  PlacementItem,
  PlacementRequest,
  PlacementResolution,
  ResolvedPlacement,
  Runtime,
  WorkspaceWithOutputs,
} from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';

/** The placements of the service `orders`, as the organisation allows them. */
export const ordersPlacements: ResolvedPlacement[] = [
  placement('dev', '444455556666', 'us-east-1', 'dev-use1'),
  placement('prod', '111122223333', 'us-east-1', 'prod-use1'),
  placement('prod', '111122223333', 'eu-west-1', 'prod-euw1'),
];

function placement(
  environment: string,
  account: string,
  region: string,
  key: string,
): ResolvedPlacement {
  return {
    environment,
    account,
    region,
    runtime: 'ecs-fargate',
    workspace: `acme/orders-${key}`,
    key,
    accountName: `runtime-ecs-${environment}`,
  };
}

/** Where `payments` runs, which `orders` may call. */
const paymentsItems = ordersPlacements.map(
  ({ environment, account, region, runtime, key }): PlacementItem => ({
    componentRef: 'component:default/payments',
    environment,
    account: { id: account, entityRef: `resource:default/${account}` },
    region,
    runtime,
    workspace: {
      id: `ws-payments-${key}`,
      name: `payments-${key}`,
      organization: 'acme',
      url: `https://app.terraform.io/app/acme/workspaces/payments-${key}`,
    },
    state: 'in-sync',
  }),
);

const paymentsWorkspaces = ordersPlacements.map(
  ({ key }): Partial<WorkspaceWithOutputs> => ({
    id: `ws-payments-${key}`,
    outputs: [
      {
        name: 'url',
        sensitive: false,
        value: `https://payments.${key}.acme.example`,
      },
    ],
  }),
);

/**
 * An inventory that allows `orders` its placements, and nothing else, and knows
 * `payments` beside each of them.
 *
 * @param runtimes - what its accounts offer
 */
export function ordersAccounts(
  runtimes: readonly Runtime[] = ['ecs-fargate'],
): jest.Mocked<Pick<SoaAccountsClient, 'resolvePlacements'>> &
  SoaAccountsClient {
  const resolve = async ({
    name,
    runtime,
    stages,
  }: PlacementRequest): Promise<PlacementResolution> => {
    const asked = stages.flatMap(({ environment, regions, account }, index) =>
      regions.map(region => ({
        input: `stages[${index}]`,
        found: ordersPlacements.find(
          one =>
            name === 'orders' &&
            runtimes.includes(runtime) &&
            one.environment === environment &&
            one.region === region &&
            one.account === (account ?? one.account),
        ),
      })),
    );
    const problems = asked.flatMap(({ input, found }) =>
      found ? [] : [{ input, message: 'This is not allowed: choose another.' }],
    );
    return {
      placements:
        problems.length > 0
          ? []
          : asked.map(({ found }) => ({ ...found!, runtime })),
      problems,
    };
  };
  const partial: Partial<SoaAccountsClient> = {
    resolvePlacements: jest.fn(resolve),
    listPlacements: async ({ component }) => ({
      items: component === 'component:default/payments' ? paymentsItems : [],
    }),
    listWorkspacesWithOutputs: async ({ component }) => ({
      items:
        component === 'component:default/payments'
          ? (paymentsWorkspaces as WorkspaceWithOutputs[])
          : [],
    }),
  };
  return partial as ReturnType<typeof ordersAccounts>;
}
