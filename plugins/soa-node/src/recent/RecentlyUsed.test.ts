import { RecentlyUsed } from './RecentlyUsed';

describe('RecentlyUsed', () => {
  it('makes a value once, and again when it was forgotten', () => {
    const made: string[] = [];
    const values = new RecentlyUsed<string>(2);
    const get = (key: string) =>
      values.get(key, () => {
        made.push(key);
        return key;
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) {
      expect(get(key)).toBe(key);
    }
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });
});
