import type {
  Account,
  PlacementRequest,
  Workspace,
} from '@backstage-soa/plugin-soa-common';
import type { PlacementPolicy } from './PlacementPolicy';
import { resolvePlacements } from './resolvePlacements';

const SHOP = 'group:default/team-shop';

const account = (overrides: Partial<Account>): Account => ({
  id: '111122223333',
  name: 'runtime-ecs-prod',
  arn: 'arn:aws:organizations::1:account/o-1/111122223333',
  state: 'ACTIVE',
  organizationId: 'o-1',
  parentId: 'ou-p',
  organizationalUnitPath: 'Workloads/Prod',
  environment: 'prod',
  runtimes: ['ecs-fargate'],
  regions: ['us-east-1', 'eu-west-1', 'ap-south-1'],
  entityRef: 'resource:default/111122223333',
  ...overrides,
});

const prod = account({});
const dev = account({
  id: '444455556666',
  name: 'runtime-ecs-dev',
  environment: 'dev',
  regions: ['us-east-1'],
});

const policy: PlacementPolicy = {
  environments: ['dev', 'prod'],
  regions: ['us-east-1', 'us-west-2', 'eu-west-1'],
  accounts: [dev, prod],
  workspaces: [],
  terraformOrganization: 'acme',
  ownerExists: true,
  memberships: ['user:default/guest', SHOP],
};

const request: PlacementRequest = {
  name: 'orders',
  owner: SHOP,
  runtime: 'ecs-fargate',
  stages: [{ environment: 'prod', regions: ['us-east-1', 'eu-west-1'] }],
};

const resolve = (
  wish: Partial<PlacementRequest> = {},
  rules: Partial<PlacementPolicy> = {},
) => resolvePlacements({ ...request, ...wish }, { ...policy, ...rules });

const stage = (overrides: object) => ({
  stages: [{ environment: 'prod', regions: ['us-east-1'], ...overrides }],
});

const workspace = (overrides: Partial<Workspace>): Workspace => ({
  id: 'ws-1',
  name: 'orders-prod-use1',
  organization: 'acme',
  url: 'https://tfc.test',
  roles: {},
  entityRef: 'resource:default/ws-1',
  ...overrides,
});

describe('resolvePlacements', () => {
  it('finds the one account that fits', () => {
    expect(resolve()).toEqual({
      placements: [
        {
          environment: 'prod',
          account: '111122223333',
          accountName: 'runtime-ecs-prod',
          region: 'us-east-1',
          runtime: 'ecs-fargate',
          key: 'prod-use1',
          workspace: 'acme/orders-prod-use1',
        },
        expect.objectContaining({ region: 'eu-west-1', key: 'prod-euw1' }),
      ],
      problems: [],
    });
  });

  it('gives the same answer once the service is there', () => {
    const first = resolve();
    const existing = {
      owner: SHOP,
      isVisible: true,
      placements: first.placements.map(
        ({ key, accountName, ...placement }) => placement,
      ),
    };
    const workspaces = first.placements.map(
      ({ key, accountName, workspace: name, ...placement }, index) =>
        workspace({
          id: `ws-${index}`,
          name: name.replace('acme/', ''),
          componentRef: 'component:default/orders',
          placement,
        }),
    );
    expect(resolve({}, { existing, workspaces })).toEqual(first);
  });

  it('leaves the keys of existing placements alone', () => {
    const existing = {
      owner: SHOP,
      isVisible: true,
      placements: [
        {
          environment: 'prod',
          account: '999999999999',
          region: 'us-east-1',
          runtime: 'ecs-fargate' as const,
        },
      ],
    };
    expect(resolve(stage({}), { existing }).placements[0].key).toBe(
      'prod-use1-111122223333',
    );
  });

  it('says everything that is wrong at once', () => {
    const { placements, problems } = resolve({
      name: 'Orders!',
      owner: 'group:default/team-payments',
      stages: [
        { environment: 'moon', regions: ['us-east-1'] },
        {
          environment: 'prod',
          regions: ['us-east-1', 'ap-south-1', 'us-east-1'],
        },
        { environment: 'dev', regions: ['eu-west-1'] },
        { environment: 'dev', regions: [] },
      ],
    });
    expect(placements).toEqual([]);
    expect(problems.map(({ input }) => input)).toEqual([
      'name',
      'owner',
      'stages[0].environment',
      'stages[1].regions[1]',
      'stages[2].regions[0]',
      'stages[3].regions',
      'stages[1].regions[2]',
    ]);
  });

  const cases: Array<
    [
      string,
      Partial<PlacementRequest>,
      Partial<PlacementPolicy>,
      string,
      RegExp,
    ]
  > = [
    ['no stage', { stages: [] }, {}, 'stages', /choose at least one/],
    [
      'a name that AWS reserves',
      { name: 'aws-orders' },
      {},
      'name',
      /reserves names/,
    ],
    ['an unknown owner', {}, { ownerExists: false }, 'owner', /no group/],
    [
      'a stranger',
      {},
      { memberships: ['user:default/guest'] },
      'owner',
      /not a member of group:default\/team-shop/,
    ],
    [
      'an unknown environment',
      stage({ environment: 'moon' }),
      {},
      'stages[0].environment',
      /choose one of dev, prod\./,
    ],
    [
      'a Region that is not allowed',
      stage({ regions: ['ap-south-1'] }),
      {},
      'stages[0].regions[0]',
      /not allowed: choose one of us-east-1, us-west-2, eu-west-1\./,
    ],
    [
      'a Region that the account lacks',
      stage({ regions: ['us-west-2'] }),
      {},
      'stages[0].regions[0]',
      /does not offer us-west-2: choose one of us-east-1, eu-west-1\./,
    ],
    [
      'a runtime that nothing offers',
      { runtime: 'eks' },
      {},
      'stages[0].account',
      /No account offers eks in prod/,
    ],
    [
      'a runtime that the account lacks',
      { runtime: 'eks', ...stage({ account: prod.id }) },
      {},
      'stages[0].account',
      /does not offer eks \(it offers ecs-fargate\)/,
    ],
    [
      'an account of another environment',
      stage({ account: dev.id }),
      {},
      'stages[0].account',
      /is for dev, not for prod/,
    ],
    [
      'an account that is not there',
      stage({ account: '000000000000' }),
      {},
      'stages[0].account',
      /no account "000000000000"/,
    ],
    [
      'a suspended account',
      stage({ account: prod.id }),
      { accounts: [account({ state: 'PENDING_CLOSURE' })] },
      'stages[0].account',
      /is pending closure/,
    ],
    [
      'only a suspended account',
      stage({}),
      { accounts: [account({ state: 'SUSPENDED' })] },
      'stages[0].account',
      /is not active/,
    ],
    [
      'an account of others',
      stage({ account: prod.id }),
      { accounts: [account({ allowedOwners: ['group:default/team-pay'] })] },
      'stages[0].account',
      /is not open to group:default\/team-shop/,
    ],
    [
      'only accounts of others',
      stage({}),
      {
        accounts: [account({ allowedOwners: [], owner: 'group:default/sre' })],
      },
      'stages[0].account',
      /ask group:default\/sre to open runtime-ecs-prod \(111122223333\)/,
    ],
    [
      'more than one account',
      stage({}),
      { accounts: [prod, account({ id: '777777777777', name: 'second' })] },
      'stages[0].account',
      /choose runtime-ecs-prod \(111122223333\) or second \(777777777777\)/,
    ],
    [
      'the name of another team',
      {},
      {
        existing: {
          owner: 'group:default/team-pay',
          placements: [],
          isVisible: true,
        },
      },
      'name',
      /belongs to group:default\/team-pay: choose another name/,
    ],
    [
      'the name of something hidden',
      {},
      { existing: { owner: SHOP, placements: [], isVisible: false } },
      'name',
      /belongs to somebody else/,
    ],
    [
      'a workspace that holds something else',
      stage({}),
      { workspaces: [workspace({})] },
      'name',
      /workspace "orders-prod-use1" already/,
    ],
    [
      'a Region twice',
      stage({ regions: ['us-east-1', 'us-east-1'] }),
      {},
      'stages[0].regions[1]',
      /chosen twice/,
    ],
  ];

  it.each(cases)('refuses %s', (_, wish, rules, input, message) => {
    const { placements, problems } = resolve(wish, rules);
    expect(placements).toEqual([]);
    expect(problems).toEqual([
      { input, message: expect.stringMatching(message) },
    ]);
  });

  it('does not ask other backends for a membership', () => {
    expect(resolve({}, { memberships: undefined }).problems).toEqual([]);
  });

  it('takes two accounts of one environment, if both are named', () => {
    const second = account({ id: '777777777777', name: 'second' });
    const { placements } = resolve(
      {
        stages: [prod, second].map(({ id }) => ({
          environment: 'prod',
          regions: ['us-east-1'],
          account: id,
        })),
      },
      { accounts: [prod, second] },
    );
    expect(placements.map(({ key }) => key)).toEqual([
      'prod-use1',
      'prod-use1-777777777777',
    ]);
  });
});
