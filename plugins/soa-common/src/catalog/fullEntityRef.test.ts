import { fullEntityRef } from './fullEntityRef';

describe('fullEntityRef', () => {
  it.each([
    ['Component:Default/Orders', 'component:default/orders'],
    ['component:retail/orders.v2', 'component:retail/orders.v2'],
  ])('takes %s for %s', (value, ref) => {
    expect(fullEntityRef(value)).toBe(ref);
  });

  it.each([
    'orders',
    'component:default/a b',
    'component:default/a/b',
    'component:de fault/a',
    'a:b:c:d//',
    `component:default/${'x'.repeat(64)}`,
    'component:default/\u0000',
    '',
  ])('does not take %p', value => {
    expect(fullEntityRef(value)).toBeUndefined();
  });
});
