import type { Placement, Workspace } from '@backstage-soa/plugin-soa-common';
import { WorkspaceIndex } from '../snapshot';
import { joinPlacements } from './joinPlacements';

const placement: Placement = {
  environment: 'prod',
  account: '111122223333',
  region: 'us-east-1',
  runtime: 'ecs-fargate',
};
const componentRef = 'component:default/orders';

const workspace = (overrides: Partial<Workspace> = {}): Workspace => ({
  id: 'ws-1',
  name: 'orders-prod-use1',
  organization: 'acme',
  url: 'https://tfc.test/orders-prod-use1',
  componentRef,
  placement,
  roles: {},
  entityRef: 'resource:default/ws-1',
  ...overrides,
});

const join = (
  placements: Placement[],
  workspaces: Workspace[],
  { isComplete = true, outdated = '', filter = {} } = {},
) =>
  joinPlacements({
    declared: [{ componentRef, placements }],
    workspaces: new WorkspaceIndex(workspaces),
    filter,
    defaultOrganization: 'acme',
    knowledge: {
      isComplete,
      isOutdated: organization => organization === outdated,
    },
  }).map(joined => [
    joined.placement.region,
    joined.workspace?.id,
    joined.state,
  ]);

describe('joinPlacements', () => {
  it('holds declared against observed', () => {
    const west = { ...placement, region: 'us-west-2' };
    const east = { ...placement, region: 'eu-west-1' };
    expect(
      join(
        [placement, west],
        [workspace(), workspace({ id: 'ws-2', placement: east })],
      ),
    ).toEqual([
      ['us-east-1', 'ws-1', 'in-sync'],
      ['us-west-2', undefined, 'missing-workspace'],
      ['eu-west-1', 'ws-2', 'undeclared'],
    ]);
  });

  it('says drifted where HCP Terraform does', () => {
    expect(join([placement], [workspace({ drifted: true })])).toEqual([
      ['us-east-1', 'ws-1', 'drifted'],
    ]);
  });

  it('says where nothing was ever applied, and not where nobody knows', () => {
    const state = (applied: boolean | undefined) =>
      join([placement], [workspace({ applied })])[0][2];
    expect([false, true, undefined].map(state)).toEqual([
      'not-applied',
      'in-sync',
      'in-sync',
    ]);
  });

  it('says unknown where a workspace may be there that is not known', () => {
    expect(join([placement], [], { isComplete: false })).toEqual([
      ['us-east-1', undefined, 'unknown'],
    ]);
    expect(join([placement], [workspace()], { isComplete: false })).toEqual([
      ['us-east-1', 'ws-1', 'in-sync'],
    ]);
  });

  it('says unknown where what is known is too old', () => {
    expect(join([placement], [workspace()], { outdated: 'acme' })).toEqual([
      ['us-east-1', 'ws-1', 'unknown'],
    ]);
    expect(join([placement], [workspace()], { outdated: 'globex' })).toEqual([
      ['us-east-1', 'ws-1', 'in-sync'],
    ]);
  });

  const untagged = (organization: string, id: string) =>
    workspace({
      id,
      name: 'legacy',
      organization,
      componentRef: undefined,
      placement: undefined,
    });

  it.each([
    ['legacy', 'ws-8'],
    ['acme/legacy', 'ws-8'],
    ['globex/legacy', 'ws-9'],
    ['umbrella/legacy', undefined],
    ['other', undefined],
  ])('finds an untagged workspace as %s', (name, id) => {
    const both = [untagged('acme', 'ws-8'), untagged('globex', 'ws-9')];
    for (const workspaces of [both, both.reverse()]) {
      expect(join([{ ...placement, workspace: name }], workspaces)).toEqual([
        ['us-east-1', id, id ? 'in-sync' : 'missing-workspace'],
      ]);
    }
  });

  describe('without tags', () => {
    const keyed = (placementKey: string, change: Partial<Workspace> = {}) =>
      workspace({
        name: `orders-${placementKey}`,
        componentRef: undefined,
        placement: undefined,
        placementKey,
        ...change,
      });

    it('finds a workspace by its name and its variable', () => {
      const eks: Placement = { ...placement, runtime: 'eks' };
      expect(
        join(
          [placement, eks],
          [
            keyed('prod-use1'),
            keyed('prod-use1-eks', { id: 'ws-2', applied: false }),
          ],
        ),
      ).toEqual([
        ['us-east-1', 'ws-1', 'in-sync'],
        ['us-east-1', 'ws-2', 'not-applied'],
      ]);
    });

    it.each<[string, Workspace[]]>([
      ['of another name', [keyed('prod-use1', { name: 'cart-prod-use1' })]],
      ['with another key', [keyed('use1', { name: 'orders-prod-use1' })]],
      [
        'without the variable',
        [keyed('prod-use1', { placementKey: undefined })],
      ],
      [
        'that two organizations have',
        [
          keyed('prod-use1'),
          keyed('prod-use1', { id: 'ws-2', organization: 'globex' }),
        ],
      ],
    ])('finds none %s, and lists none as undeclared', (_, workspaces) => {
      expect(join([placement], workspaces)).toEqual([
        ['us-east-1', undefined, 'missing-workspace'],
      ]);
    });

    it('believes tags, and what is declared, before a variable', () => {
      expect(
        join([placement], [keyed('prod-use1', { id: 'ws-2' }), workspace()]),
      ).toEqual([['us-east-1', 'ws-1', 'in-sync']]);
      expect(
        join(
          [{ ...placement, workspace: 'other' }],
          [keyed('prod-use1'), untagged('acme', 'ws-8')],
        ),
      ).toEqual([['us-east-1', undefined, 'missing-workspace']]);
    });

    it('does not take it for one of another namespace', () => {
      const [{ workspace: found }] = joinPlacements({
        declared: [
          { componentRef: 'component:shop/orders', placements: [placement] },
        ],
        workspaces: new WorkspaceIndex([keyed('prod-use1')]),
        filter: {},
        defaultOrganization: 'acme',
        knowledge: { isComplete: true, isOutdated: () => false },
      });
      expect(found).toBeUndefined();
    });
  });

  it('narrows what no component declares', () => {
    const west = { ...placement, region: 'us-west-2', account: '444455556666' };
    const workspaces = [
      workspace(),
      workspace({ id: 'ws-2', placement: west }),
      workspace({ id: 'ws-3', componentRef: 'component:default/cart' }),
    ];
    const ids = (filter: object) =>
      join([], workspaces, { filter }).map(([, id]) => id);
    expect(ids({})).toEqual(['ws-1', 'ws-2', 'ws-3']);
    expect(ids({ componentRef })).toEqual(['ws-1', 'ws-2']);
    expect(ids({ accountId: '111122223333' })).toEqual(['ws-1', 'ws-3']);
    expect(ids({ componentRef: 'component:default/none' })).toEqual([]);
  });

  it('does not lose a second workspace of one placement', () => {
    expect(join([placement], [workspace(), workspace({ id: 'ws-2' })])).toEqual(
      [
        ['us-east-1', 'ws-1', 'in-sync'],
        ['us-east-1', 'ws-2', 'undeclared'],
      ],
    );
  });

  it('does not take the workspace of another component', () => {
    expect(
      join(
        [placement],
        [workspace({ componentRef: 'component:default/cart' })],
      )[0],
    ).toEqual(['us-east-1', undefined, 'missing-workspace']);
  });
});
