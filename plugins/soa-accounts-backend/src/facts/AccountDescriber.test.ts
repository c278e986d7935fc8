import { mockServices } from '@backstage/backend-test-utils';
import { AccountDescriber } from './AccountDescriber';

const describerOf = (accounts: object, soa: object = {}) =>
  AccountDescriber.fromConfig(
    mockServices.rootConfig({ data: { soa: { ...soa, accounts } } as object }),
  );

describe('AccountDescriber', () => {
  const shop = describerOf(
    {
      rules: [
        {
          when: {
            organizationalUnit: 'Workloads/Prod',
            tags: [{ key: 'cost.center', value: '4*2' }],
          },
          set: { environment: 'prod', runtimes: ['lambda'] },
        },
        {
          when: { organizationalUnit: 'Workloads' },
          set: {
            environment: 'dev',
            runtimes: ['eks'],
            regions: ['us-east-1', 'eu-west-1'],
            allowedOwners: ['team-shop'],
          },
        },
        {
          when: { tags: [{ key: 'team' }, { key: 'kind', value: 'batch' }] },
          set: { owner: 'team-batch' },
        },
      ],
      defaults: { owner: 'platform', businessUnit: 'Retail' },
    },
    { regions: ['us-east-1'] },
  );
  const describe_ = (tags?: Record<string, string>, path = 'Workloads/Prod') =>
    shop.describe({ tags, organizationalUnitPath: path });

  it('lets the first rule that says something say it, then the defaults', () => {
    expect(describe_({ 'cost.center': '42' })).toEqual({
      facts: {
        environment: 'prod',
        runtimes: ['lambda'],
        regions: ['us-east-1'],
        owner: 'group:default/platform',
        businessUnit: 'Retail',
        allowedOwners: ['group:default/team-shop'],
      },
      problems: [],
      rules: ['soa.accounts.rules[0]', 'soa.accounts.rules[1]'],
    });
  });

  it('asks for all conditions, and for whole values', () => {
    expect(describe_({ 'cost.center': '421' }).facts.environment).toBe('dev');
    expect(describe_({ team: '', kind: 'batch' }, '').facts.owner).toBe(
      'group:default/team-batch',
    );
    expect(describe_({ team: '', kind: 'web' }, '').rules).toEqual([]);
    expect(describe_({ kind: 'batch' }, '').rules).toEqual([]);
  });

  it("lets an account's own tags have the first word, understood or not", () => {
    const { facts, problems } = describe_({
      'soa:environment': 'qa',
      'soa:allowed-owners': '::',
      'soa:runtimes': 'mainframe',
    });
    expect(facts).toMatchObject({
      environment: 'qa',
      allowedOwners: [],
      runtimes: [],
      owner: 'group:default/platform',
    });
    expect(problems).toHaveLength(2);
  });

  it('opens no account whose tags could never be read', () => {
    expect(describe_(undefined).facts).toMatchObject({
      runtimes: [],
      regions: [],
    });
    expect(describe_(undefined).rules).toEqual([]);
  });

  it('knows the environments that are configured', () => {
    expect(shop.knowsEnvironment('any')).toBe(true);
    const one = describerOf({}, { environments: [{ name: 'prod' }] });
    expect(one.knowsEnvironment('prod')).toBe(true);
    expect(one.knowsEnvironment('stage')).toBe(false);
  });

  const when = { organizationalUnit: 'A' };
  const set = { environment: 'prod' };
  it.each([
    [[{ set }], 'soa.accounts.rules[0].when is empty'],
    [[{ when }], "soa.accounts.rules[0].set'"],
    [[{ when, set: {} }], 'soa.accounts.rules[0].set is empty'],
    [
      [{ when: { organizationalUnit: '/A' }, set }],
      'soa.accounts.rules[0].when.organizationalUnit is "/A"',
    ],
    [
      [{ when: { tags: [{ key: 'a', values: ['b'] }] }, set }],
      'soa.accounts.rules[0].when.tags[0].values is not known',
    ],
    [
      [{ when: { ...when, organizationalUnits: 'A' }, set }],
      'soa.accounts.rules[0].when.organizationalUnits is not known',
    ],
    [
      [{ when, set: { ...set, enviroment: 'prod' } }],
      'soa.accounts.rules[0].set.enviroment is not known',
    ],
    [[{ when, set, sets: {} }], 'soa.accounts.rules[0].sets is not known'],
    [
      [{ when: { tags: [{ value: 'b' }] }, set }],
      "soa.accounts.rules[0].when.tags[0].key'",
    ],
    [
      [
        { when, set },
        { when, set: { environment: 'stage' } },
      ],
      'soa.accounts.rules[1].set.environment is "stage": write one of soa.environments, which are prod',
    ],
    [
      [{ when, set: { runtimes: ['lambda', 'mainframe'] } }],
      'soa.accounts.rules[0].set.runtimes[1] is "mainframe"',
    ],
    [
      [{ when, set: { regions: ['mars'] } }],
      'soa.accounts.rules[0].set.regions[0] is "mars"',
    ],
    [
      [{ when, set: { owner: '::' } }],
      'soa.accounts.rules[0].set.owner is "::"',
    ],
  ])('names the key at fault in %j', (rules, message) => {
    expect(() =>
      describerOf({ rules }, { environments: [{ name: 'prod' }] }),
    ).toThrow(message);
  });

  it('names the key at fault of defaults', () => {
    expect(() => describerOf({ defaults: { regions: ['mars'] } })).toThrow(
      'soa.accounts.defaults.regions[0]',
    );
  });
});
