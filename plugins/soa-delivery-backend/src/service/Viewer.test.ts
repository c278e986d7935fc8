import { approvalOf } from '../decide/__testUtils__/deciding';
import { viewerOf } from './__testUtils__/viewerOf';

const ORDERS = 'component:default/orders';
const CART = 'component:default/cart';
const mia = 'user:default/mia';
const started = { initiator: 'user:default/guest' };

describe('Viewer', () => {
  it('asks once for all components, and of each once', async () => {
    const { viewer, authorize } = viewerOf(mia, {
      denied: [`soa.rollout.approve ${CART}`, `soa.workspace.apply ${ORDERS}`],
    });
    expect(await (await viewer).mayOf([ORDERS, CART, ORDERS])).toEqual(
      new Map([
        [ORDERS, { steer: false, approve: true }],
        [CART, { steer: true, approve: false }],
      ]),
    );
    expect(authorize).toHaveBeenCalledTimes(1);
    expect(authorize.mock.calls[0][0]).toHaveLength(4);
  });

  it('lets services do nothing, and asks nobody', async () => {
    const { viewer, authorize } = viewerOf(undefined);
    const service = await viewer;
    expect(await service.mayOf([ORDERS])).toEqual(
      new Map([[ORDERS, { steer: false, approve: false }]]),
    );
    expect(authorize).not.toHaveBeenCalled();
    expect(service.whyNot(approvalOf({ groups: [] }), started)).toBe(
      'Only a person can decide',
    );
  });

  it.each([
    ['a member', ['group:default/Team-Shop'], {}, undefined],
    [
      'no member',
      ['group:default/team-pay'],
      {},
      'Only members of group:default/team-shop can decide',
    ],
    ['anybody where nobody is named', [], { groups: [] }, undefined],
    [
      'a member of the second group',
      ['group:default/b'],
      { groups: ['group:default/a', 'group:default/b'] },
      undefined,
    ],
    [
      'a member of none of two groups',
      [],
      { groups: ['group:default/a', 'group:default/b'] },
      'Only members of group:default/a, group:default/b can decide',
    ],
  ])('of %s', async (_, groups, change, expected) => {
    const viewer = await viewerOf(mia, { groups }).viewer;
    expect(viewer.whyNot(approvalOf(change), started)).toBe(expected);
  });

  it.each([
    [true, 'Whoever started a rollout cannot decide on it: ask another member'],
    [false, undefined],
  ])(
    'of the initiator, where notInitiator is %s',
    async (notInitiator, why) => {
      const groups = ['group:default/team-shop'];
      const viewer = await viewerOf(mia, { groups }).viewer;
      expect(
        viewer.whyNot(approvalOf({ notInitiator }), { initiator: mia }),
      ).toBe(why);
    },
  );
});
