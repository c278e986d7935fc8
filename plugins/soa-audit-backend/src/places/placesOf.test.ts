import { placesOf } from './placesOf';

const HERE = '111122223333';
const THERE = '444455556666';
const CART = 'component:default/cart';
const workspace = (overrides: object) =>
  ({ id: 'ws-cart', roles: {}, outputs: [], ...overrides } as never);
const output = (value: unknown, name = 'any') => ({
  name,
  sensitive: false,
  value,
});
const placedIn = (account: string, region = 'eu-west-1') => ({
  componentRef: CART,
  placement: { environment: 'prod', account, region, runtime: 'lambda' },
});
const neighbour = workspace({
  id: 'ws-shop',
  ...placedIn(HERE),
  componentRef: 'component:default/shop',
});

/** Of one owner, as `account region`. */
const of = (owner: string, ...workspaces: never[]) =>
  placesOf(workspaces)
    .filter(place => place.owner === owner)
    .map(({ account, region }) => `${account} ${region}`)
    .sort();

describe('placesOf', () => {
  it('has where a workspace is, in us-east-1 if in no Region', () => {
    for (const [region, there] of [
      ['eu-west-1', 'eu-west-1'],
      ['global', 'us-east-1'],
    ]) {
      const cart = workspace(placedIn(HERE, region));
      for (const owner of ['ws-cart', CART]) {
        expect(of(owner, cart, neighbour)).toEqual([`${HERE} ${there}`]);
      }
    }
  });

  it('has every Region of an account that nobody else is in', () => {
    const cart = workspace(placedIn(HERE));
    expect(of(CART, cart)).toEqual([`${HERE} *`, `${HERE} eu-west-1`]);
    expect(of('ws-cart', cart)).toEqual([`${HERE} eu-west-1`]);
  });

  it('counts nobody for what the account itself is given', () => {
    const baseline = {
      ...placedIn(HERE, 'global'),
      componentRef: 'component:default/account-baseline',
    };
    const given = workspace({
      id: 'ws-given',
      ...baseline,
      placement: { ...baseline.placement, runtime: 'platform' },
    });
    const cart = workspace(placedIn(HERE));
    expect(of(CART, cart, given)).toContain(`${HERE} *`);
    expect(of(baseline.componentRef, given)).toEqual([`${HERE} us-east-1`]);
  });

  it('has every Region of the accounts of its roles', () => {
    const deploying = workspace({
      ...placedIn(HERE),
      roles: { apply: `arn:aws:iam::${THERE}:role/path/apply` },
    });
    expect(of(CART, deploying, neighbour)).toEqual([
      `${HERE} eu-west-1`,
      `${THERE} *`,
    ]);
    const run = { organization: 'acme', workspace: 'cart', account: THERE };
    const chaining = workspace({
      ...placedIn(HERE),
      organization: 'acme',
      name: 'cart',
    });
    expect(
      placesOf([chaining, neighbour], [run, { ...run, workspace: 'other' }]),
    ).toContainEqual({ owner: CART, account: THERE, region: '*' });
    expect(placesOf([chaining, neighbour])).not.toContainEqual(
      expect.objectContaining({ account: THERE }),
    );
    const role = `arn:aws:iam::${HERE}:role/task`;
    const running = workspace({
      ...placedIn(HERE),
      outputs: [output(role, 'task_role_arn')],
    });
    expect(of(CART, running, neighbour)).toContain(`${HERE} *`);
  });

  it('has the Regions of its resources, in its own accounts', () => {
    const cart = workspace({
      ...placedIn(HERE),
      outputs: [
        output({ all: [`arn:aws:sqs:ap-northeast-1:${HERE}:queue`] }),
        output(`arn:aws:cloudfront::${HERE}:distribution/E1`),
        output(`arn:aws:ecs:eu-central-1:${THERE}:service/of-others`),
        output('arn:aws:s3:::bucket'),
        output(7),
      ],
    });
    const own = [
      `${HERE} ap-northeast-1`,
      `${HERE} eu-west-1`,
      `${HERE} us-east-1`,
    ];
    expect(of(CART, cart, neighbour)).toEqual(own);
    expect(of('ws-cart', cart, neighbour)).toEqual(own);
  });

  it.each([
    ['too long', 'x'.repeat(300)],
    ['too long, but for its form', `us-${'x'.repeat(300)}-1`],
    ['no text for a database', 'us-east-1\0'],
    ['every Region', '*'],
    ['made up', 'nowhere'],
  ])('leaves out a Region of an output that is %s', (_, region) => {
    const cart = workspace({
      ...placedIn(HERE),
      outputs: [
        output(`arn:aws:sqs:${region}:${HERE}:queue`),
        output(`arn:aws:sqs:us-west-2:${HERE}:queue`),
      ],
    });
    expect(of(CART, cart, neighbour)).toEqual([
      `${HERE} eu-west-1`,
      `${HERE} us-west-2`,
    ]);
  });

  it('has the resources of a workspace without a component anywhere', () => {
    const shared = workspace({
      outputs: [output(`arn:aws:ecs:eu-central-1:${THERE}:cluster/shared`)],
    });
    expect(of('ws-cart', shared)).toEqual([`${THERE} eu-central-1`]);
  });
});
