import { readBake } from './readBake';

describe('readBake', () => {
  it.each([
    ['PT30M', 1_800],
    ['30m', 1_800],
    ['P1D', 86_400],
    ['P30D', 2_592_000],
    ['PT0S', 0],
  ])('reads %s as %i seconds', (bake, seconds) => {
    expect(readBake(bake)).toBe(seconds);
  });

  it.each([
    ['soon', 'must be a duration, such as PT30M'],
    ['', 'must be a duration, such as PT30M'],
    ['P31D', 'must be a duration of at most 30 days'],
  ])('refuses "%s"', (bake, message) => {
    expect(() => readBake(bake)).toThrow(message);
  });
});
