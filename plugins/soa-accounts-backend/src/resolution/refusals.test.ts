import type {
  Placement,
  PlacementRequest,
} from '@backstage-soa/plugin-soa-common';
import {
  SHOP,
  account,
  dev,
  prod,
  resolve,
  stage,
  unit,
  workspace,
} from '../__testUtils__/ordersRequest';
import type { PlacementPolicy } from './PlacementPolicy';

const declared: Placement = {
  environment: 'prod',
  account: prod.id,
  region: 'us-east-1',
  runtime: 'ecs-fargate',
};

const UNREAD = 'The organisation 2 has not been read yet.';

describe('resolvePlacements refuses', () => {
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
      'a runtime that an organisation may offer which nobody has read',
      { runtime: 'eks' },
      { unreadOrganizations: UNREAD },
      'stages[0].account',
      /No account offers eks in prod.* The organisation 2 has not been read/,
    ],
    [
      'an account that an organisation may have which nobody has read',
      stage({ account: '000000000000' }),
      { unreadOrganizations: UNREAD },
      'stages[0].account',
      /no account "000000000000".* The organisation 2 has not been read/,
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
      'what the component that is there does not declare',
      {},
      {
        existing: {
          owner: SHOP,
          placements: [declared],
          isVisible: true,
        },
      },
      'stages[0].regions[1]',
      /does not declare eu-west-1 of runtime-ecs-prod \(111122223333\) in prod: leave that out, or first add it to the component's repository/,
    ],
    [
      'a component that is there and declares nothing',
      stage({}),
      { existing: { owner: SHOP, placements: [], isVisible: true } },
      'stages[0].regions[0]',
      /does not declare us-east-1/,
    ],
    [
      'another workspace than the one that is declared',
      stage({}),
      {
        existing: {
          owner: SHOP,
          placements: [{ ...declared, workspace: 'acme/legacy-orders' }],
          isVisible: true,
        },
      },
      'stages[0].regions[0]',
      /declares the workspace acme\/legacy-orders .* where this would make acme\/orders-prod-use1/,
    ],
    [
      'everything where HCP Terraform is not configured',
      {},
      { terraformOrganization: undefined },
      'soa.hcpTerraform',
      /name one under soa\.hcpTerraform/,
    ],
    [
      'a service that is to be in no Region',
      stage({ regions: ['global'] }),
      {},
      'stages[0].regions[0]',
      /runs in a Region/,
    ],
    [
      'what is no Region',
      stage({ regions: ['frankfurt'] }),
      { regions: [] },
      'stages[0].regions[0]',
      /"frankfurt" is no Region of AWS/,
    ],
    [
      'a platform where nobody may make one',
      { runtime: 'platform', ...stage({ account: prod.id }) },
      {},
      'owner',
      /name one under soa\.platform\.owners/,
    ],
    [
      'a platform of those who may not make one',
      { runtime: 'platform', ...stage({ account: prod.id }) },
      { platformOwners: ['group:default/team-platform'] },
      'owner',
      /team-shop may not give accounts their platform: choose group:default\/team-platform/,
    ],
    [
      'an organizational unit that is not there',
      stage({ organizationalUnit: 'ou-x' }),
      {},
      'stages[0].organizationalUnit',
      /no organizational unit "ou-x"/,
    ],
    [
      'an organizational unit beside an account',
      stage({ organizationalUnit: 'ou-p', account: prod.id }),
      {},
      'stages[0].organizationalUnit',
      /not both/,
    ],
    [
      'an organizational unit in which nothing fits',
      stage({ organizationalUnit: 'ou-d' }),
      { organizationalUnits: [unit('ou-d', 'Workloads/Dev')] },
      'stages[0].organizationalUnit',
      /No active account of Workloads\/Dev \(ou-d\) is for prod/,
    ],
    [
      'to name more accounts than anybody reads',
      stage({}),
      {
        accounts: Array.from({ length: 11 }, (_, at) =>
          account({ id: `7777777777${10 + at}` }),
        ),
      },
      'stages[0].account',
      /^11 accounts offer ecs-fargate in prod: choose one of them\.$/,
    ],
    [
      'a Region twice',
      stage({ regions: ['us-east-1', 'us-east-1'] }),
      {},
      'stages[0].regions[1]',
      /chosen twice/,
    ],
  ];

  it.each(cases)('%s', (_, wish, rules, input, message) => {
    const { placements, problems } = resolve(wish, rules);
    expect(placements).toEqual([]);
    expect(problems).toEqual([
      { input, message: expect.stringMatching(message) },
    ]);
  });
});
