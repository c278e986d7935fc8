import { anAccount, aUnit } from '../__testUtils__/organisationOf';
import { accountOf, placementOf } from '../__testUtils__/placementOf';
import { narrowOrganisation } from './narrowOrganisation';
import { organisationTree } from './organisationTree';
import type { TreeNode } from './organisationTree';
import { visibleRows } from './visibleRows';

const units = [
  aUnit({ id: 'r-acme', name: 'Root' }),
  aUnit({ id: 'ou-work', name: 'Workloads', parentId: 'r-acme' }),
  aUnit({ id: 'ou-prod', name: 'Prod', parentId: 'ou-work' }),
  aUnit({ id: 'ou-empty', name: 'Empty', parentId: 'r-acme' }),
];
const accounts = [
  anAccount({ id: '000000000001', name: 'management' }),
  anAccount({ id: '000000000012', name: 'prod-2', parentId: 'ou-prod' }),
  anAccount({ id: '000000000011', name: 'prod-10', parentId: 'ou-prod' }),
  anAccount({
    id: '000000000021',
    name: 'dev',
    parentId: 'ou-work',
    environment: 'dev',
  }),
  anAccount({ id: '000000000031', name: 'other', organizationId: 'o-other' }),
];
const placements = [
  placementOf({ account: accountOf('000000000011') }),
  placementOf({ account: accountOf('000000000011'), region: 'eu-west-1' }),
  placementOf({ account: accountOf('000000000012') }),
  placementOf({
    account: accountOf('000000000021'),
    componentRef: 'component:default/pricing',
    environment: 'dev',
    runtime: 'lambda',
  }),
];
const organisation = { units, accounts, placements };

const drawn = (nodes: Parameters<typeof visibleRows>[0]) =>
  visibleRows(nodes, ({ kind }) => kind !== 'account').map(
    ({ node, level }) =>
      `${'  '.repeat(level - 1)}${(node as { name: string }).name}`,
  );

const narrowed = (query: Record<string, string>) =>
  drawn(narrowOrganisation(organisation, name => query[name]));

describe('organisationTree', () => {
  it('has organisations side by side, units first, then accounts by name', () => {
    expect(drawn(organisationTree(organisation))).toEqual([
      'o-acme',
      '  Empty',
      '  Workloads',
      '    Prod',
      '      prod-2',
      '      prod-10',
      '    dev',
      '  management',
      'o-other',
      '  other',
    ]);
  });

  it('counts a service that runs in two accounts once', () => {
    const [acme] = organisationTree(organisation);
    expect([acme.accounts, acme.services.size, acme.placements]).toEqual([
      4, 2, 4,
    ]);
  });

  it('has what is in units that may not be seen in the organisation', () => {
    const [acme] = organisationTree({
      ...organisation,
      units: units.filter(({ id }) => id === 'ou-prod'),
    });
    expect(drawn([acme])).toEqual([
      'o-acme',
      '  Prod',
      '    prod-2',
      '    prod-10',
      '  dev',
      '  management',
    ]);
  });

  it('has two accounts of the same name', () => {
    const twins = ['000000000002', '000000000001'].map(id =>
      anAccount({ id, name: 'twin' }),
    );
    const [{ children }] = organisationTree({
      units: [],
      accounts: twins,
      placements: [],
    });
    expect(children.map(({ id }) => id)).toEqual([
      '000000000001',
      '000000000002',
    ]);
  });
});

describe('narrowOrganisation', () => {
  it.each([
    [
      { account: 'PROD-1' },
      ['o-acme', '  Workloads', '    Prod', '      prod-10'],
    ],
    [
      { account: 'ou-prod' },
      ['o-acme', '  Workloads', '    Prod', '      prod-2', '      prod-10'],
    ],
    [{ account: 'empty' }, ['o-acme', '  Empty']],
    [{ account: 'nothing' }, []],
    [{ environment: 'dev' }, ['o-acme', '  Workloads', '    dev']],
    [{ runtime: 'lambda' }, ['o-acme', '  Workloads', '    dev']],
    [
      { region: 'eu-west-1' },
      ['o-acme', '  Workloads', '    Prod', '      prod-10'],
    ],
    [{ service: 'pricing', account: 'prod-' }, []],
  ])('%j leaves %j', (query, left) => {
    expect(narrowed(query)).toEqual(left);
  });

  it('counts what is left', () => {
    const [acme] = narrowOrganisation(
      organisation,
      name => ({ region: 'eu-west-1' }[name as 'region']),
    );
    expect([acme.accounts, acme.placements]).toEqual([1, 1]);
  });
});

describe('visibleRows', () => {
  it('knows where rows are, and hides what is in something closed', () => {
    const isOpen = (node: TreeNode) => node.kind === 'organisation';
    const rows = visibleRows(organisationTree(organisation), isOpen);
    expect(
      rows.map(({ node, level, position, siblings, isExpanded, parent }) => [
        node.id,
        level,
        `${position}/${siblings}`,
        isExpanded,
        parent,
      ]),
    ).toEqual([
      ['o-acme', 1, '1/2', true, undefined],
      ['ou-empty', 2, '1/3', undefined, 0],
      ['ou-work', 2, '2/3', false, 0],
      ['000000000001', 2, '3/3', undefined, 0],
      ['o-other', 1, '2/2', true, undefined],
      ['000000000031', 2, '1/1', undefined, 4],
    ]);
  });
});
