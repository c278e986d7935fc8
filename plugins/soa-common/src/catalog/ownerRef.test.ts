import { ownerRef } from './ownerRef';

describe('ownerRef', () => {
  it('takes the name of an owner for a group', () => {
    expect(ownerRef('Team-Shop')).toBe('group:default/team-shop');
    expect(ownerRef('team-shop', 'retail')).toBe('group:retail/team-shop');
    expect(ownerRef('user:guest')).toBe('user:default/guest');
  });
});
