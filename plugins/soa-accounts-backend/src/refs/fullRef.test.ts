import { fullRef } from './fullRef';
import { groupRef } from './groupRef';

describe('fullRef', () => {
  it.each([
    ['Component:Default/Orders', 'component:default/orders'],
    ['component:retail/orders.v2', 'component:retail/orders.v2'],
  ])('takes %s for %s', (value, ref) => {
    expect(fullRef(value)).toBe(ref);
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
    expect(fullRef(value)).toBeUndefined();
  });
});

describe('groupRef', () => {
  it('takes the name of an owner for a group', () => {
    expect(groupRef('Team-Shop')).toBe('group:default/team-shop');
    expect(groupRef('team-shop', 'retail')).toBe('group:retail/team-shop');
    expect(groupRef('user:guest')).toBe('user:default/guest');
  });
});
