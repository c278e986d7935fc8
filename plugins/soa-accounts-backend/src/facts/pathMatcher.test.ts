import { pathMatcher } from './pathMatcher';

describe('pathMatcher', () => {
  it.each([
    ['Workloads', 'Workloads', true],
    ['Workloads', 'Workloads/Prod/EU', true],
    ['Workloads', 'Workloads2', false],
    ['Workloads/Prod', 'Workloads', false],
    ['Prod', 'Workloads/Prod', false],
    ['Workloads/*/EU', 'Workloads/Prod/EU', true],
    ['Workloads/*/EU', 'Workloads/A/B/EU', false],
    ['*/Prod', 'Shops/Prod/EU', true],
    ['Team *', 'Team A', true],
    ['A.B (1)', 'A.B (1)', true],
    ['A.B', 'AxB', false],
    ['Workloads', '', false],
  ])('takes %p for %p: %p', (pattern, path, expected) => {
    expect(pathMatcher(pattern)(path)).toBe(expected);
  });
});
