import { wildcardMatcher } from './wildcardMatcher';

describe('wildcardMatcher', () => {
  it.each([
    ['shop', 'shop', true],
    ['shop', 'shop-a', false],
    ['shop-*', 'shop-a', true],
    ['shop-*', 'shop-', true],
    ['shop-*', 'a-shop-b', false],
    ['*-shop', 'a-shop', true],
    ['*-shop', 'a-shop-b', false],
    ['*', '', true],
    ['a*b*c', 'a-b-c', true],
    ['a*b*c', 'abc', true],
    ['a*b*c', 'acb', false],
    ['a*b*b', 'ab', false],
    // A piece must not be found twice.
    ['aba*aba', 'ababa', false],
    ['a.c', 'abc', false],
    [`${'*a'.repeat(200)}b`, 'a'.repeat(200), false],
  ])('takes %p for %p: %p', (pattern, text, expected) => {
    expect(wildcardMatcher(pattern)(text)).toBe(expected);
  });
});
