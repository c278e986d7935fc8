import { componentRefInput } from './componentRefInput';

describe('componentRefInput', () => {
  it.each(['orders', 'Default/Orders', 'component:default/orders'])(
    'reads %s as a full reference',
    value => {
      expect(componentRefInput.parse(value)).toBe('component:default/orders');
    },
  );

  it.each(['', 'orders:::', 'a b', '\0'])('refuses %p', value => {
    expect(componentRefInput.safeParse(value).error?.issues).toEqual([
      expect.objectContaining({
        message: 'write an entity reference such as component:default/orders',
      }),
    ]);
  });
});
