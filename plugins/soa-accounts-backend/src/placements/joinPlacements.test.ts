import type { Placement, Workspace } from '@backstage-soa/plugin-soa-common';
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
  workspacesAreKnown = true,
) =>
  joinPlacements({
    declared: [{ componentRef, placements }],
    workspaces,
    workspacesAreKnown,
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

  it('says unknown while workspaces have not been read', () => {
    expect(join([placement], [], false)).toEqual([
      ['us-east-1', undefined, 'unknown'],
    ]);
  });

  it.each(['legacy', 'acme/legacy'])(
    'finds an untagged workspace as %s',
    name => {
      const untagged = workspace({
        id: 'ws-9',
        name: 'legacy',
        componentRef: undefined,
        placement: undefined,
      });
      expect(join([{ ...placement, workspace: name }], [untagged])).toEqual([
        ['us-east-1', 'ws-9', 'in-sync'],
      ]);
    },
  );

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
