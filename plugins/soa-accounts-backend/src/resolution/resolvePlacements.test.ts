import {
  SHOP,
  account,
  prod,
  resolve,
  stage,
  unit,
  workspace,
} from '../__testUtils__/ordersRequest';

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

  it('finds the one of several accounts that offers the Regions', () => {
    const accounts = [
      account({ id: '000000000001', regions: ['us-east-1'] }),
      account({ id: '000000000002', regions: ['us-east-1', 'eu-west-1'] }),
    ];
    const chosen = (...regions: string[]) =>
      resolve({ stages: [{ environment: 'prod', regions }] }, { accounts });
    expect(
      chosen('us-east-1', 'eu-west-1').placements.map(one => one.account),
    ).toEqual(['000000000002', '000000000002']);
    expect(chosen('us-east-1').problems).toEqual([
      {
        input: 'stages[0].account',
        message: expect.stringContaining('More than one account'),
      },
    ]);
  });

  it('puts a platform into no account because it offers Regions already', () => {
    const { problems } = resolve(
      {
        runtime: 'platform',
        stages: [{ environment: 'prod', regions: ['us-east-1'] }],
      },
      {
        platformOwners: [SHOP],
        accounts: [
          account({ id: '000000000001', regions: ['us-east-1'] }),
          account({ id: '000000000002', regions: [] }),
        ],
      },
    );
    expect(problems).toEqual([
      {
        input: 'stages[0].account',
        message: expect.stringContaining('More than one account'),
      },
    ]);
  });

  it('adds placements to a service that is there where it is asked to', () => {
    const existing = {
      owner: SHOP,
      isVisible: true,
      placements: [
        {
          environment: 'prod',
          account: '111122223333',
          region: 'us-east-1',
          runtime: 'ecs-fargate' as const,
          // What had the short key has gone.
          workspace: 'acme/orders-prod-use1-ecs-fargate',
        },
      ],
    };
    expect(resolve({}, { existing }).problems).toHaveLength(1);
    expect(resolve({ adds: true }, { existing })).toMatchObject({
      placements: [
        { workspace: 'acme/orders-prod-use1-ecs-fargate' },
        { region: 'eu-west-1', key: 'prod-euw1' },
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
      placements: ['999999999999', '111122223333'].map(id => ({
        environment: 'prod',
        account: id,
        region: 'us-east-1',
        runtime: 'ecs-fargate' as const,
      })),
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

  it('does not ask other backends for a membership', () => {
    expect(resolve({}, { memberships: undefined }).problems).toEqual([]);
  });

  it('gives every account of an OU its platform, also one of no environment', () => {
    const inOu = (id: string, path: string, rest = {}) =>
      account({ id, organizationalUnitPath: path, runtimes: [], ...rest });
    const { placements, problems } = resolve(
      {
        name: 'account-baseline',
        runtime: 'platform',
        stages: [
          {
            environment: 'prod',
            regions: ['global'],
            organizationalUnit: 'ou-w',
          },
        ],
      },
      {
        platformOwners: [SHOP],
        organizationalUnits: [unit('ou-w', 'Workloads')],
        accounts: [
          inOu('000000000002', 'Workloads/Prod', { allowedOwners: [] }),
          inOu('000000000001', 'Workloads', { environment: undefined }),
          inOu('000000000003', 'Workloads/Dev', { environment: 'dev' }),
          inOu('000000000004', 'Workloads', { state: 'SUSPENDED' }),
          inOu('000000000005', 'Workloads-Old'),
          inOu('000000000006', 'Workloads', { organizationId: 'o-2' }),
        ],
      },
    );
    expect(problems).toEqual([]);
    expect(
      placements.map(one => [one.account, one.key, one.workspace]),
    ).toEqual([
      ['000000000001', '000000000001', 'acme/account-baseline-000000000001'],
      ['000000000002', '000000000002', 'acme/account-baseline-000000000002'],
    ]);
  });

  it('finds the accounts of a whole organisation from its root', () => {
    const { placements } = resolve(stage({ organizationalUnit: 'r-1' }), {
      organizationalUnits: [unit('r-1', '')],
    });
    expect(placements.map(({ account: id }) => id)).toEqual([prod.id]);
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
