import { waitsFor } from './waitsFor';

describe('waitsFor', () => {
  it.each([
    ['planning', 'pending', 'turn'],
    ['planning', 'policy_override', 'policy-override'],
    ['planning', 'post_plan_awaiting_decision', 'decision'],
    ['applying', 'pre_apply_awaiting_decision', 'decision'],
    ['planning', 'planning', undefined],
    ['planning', 'constructor', undefined],
    ['planning', undefined, undefined],
    ['failed', 'pending', undefined],
  ] as const)('of %s, %s: %s', (state, runStatus, expected) => {
    expect(waitsFor({ state, runStatus })).toBe(expected);
  });
});
