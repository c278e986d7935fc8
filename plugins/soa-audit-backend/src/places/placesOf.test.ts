import { placesOf } from './placesOf';

const HERE = '111122223333';
const THERE = '444455556666';
const CART = 'component:default/cart';
const workspace = (overrides: object) =>
  ({ id: 'ws-cart', roles: {}, outputs: [], ...overrides } as never);
const output = (value: unknown) => ({ name: 'any', sensitive: false, value });

describe('placesOf', () => {
  it('knows placements, those that have no Region in us-east-1', () => {
    const placements = ['eu-west-1', 'global'].map(region => ({
      componentRef: CART,
      account: { id: HERE },
      region,
    }));
    expect(
      placesOf({ workspaces: [], placements: placements as never }),
    ).toEqual([
      { owner: CART, account: HERE, region: 'eu-west-1' },
      { owner: CART, account: HERE, region: 'us-east-1' },
    ]);
  });

  it('knows where roles and resources are, for component and workspace', () => {
    const outputs = [
      output(`arn:aws:ecs:eu-west-1:${THERE}:service/cart`),
      output({
        distribution: [`arn:aws:cloudfront::${THERE}:distribution/E1`],
      }),
      output('arn:aws:s3:::bucket-of-whichever-account'),
      output(7),
    ];
    const roles = { apply: `arn:aws:iam::${HERE}:role/path/apply` };
    const of = (owner: string) => [
      { owner, account: HERE, region: '*' },
      { owner, account: THERE, region: 'eu-west-1' },
      { owner, account: THERE, region: 'us-east-1' },
    ];
    const given = { roles, outputs };
    expect(
      placesOf({
        workspaces: [workspace({ ...given, componentRef: CART })],
        placements: [],
      }).sort((a, b) => (a.owner < b.owner ? -1 : 1)),
    ).toEqual([...of(CART), ...of('ws-cart')]);
    expect(
      placesOf({ workspaces: [workspace(given)], placements: [] }),
    ).toEqual(of('ws-cart'));
  });
});
