import { STATEFUL_TYPES } from './STATEFUL_TYPES';

describe('STATEFUL_TYPES', () => {
  it('names each type of the AWS provider once, in order', () => {
    expect([...new Set(STATEFUL_TYPES)].sort()).toEqual(STATEFUL_TYPES);
    for (const type of STATEFUL_TYPES) {
      expect(type).toMatch(/^aws_[a-z0-9_]+$/);
    }
  });
});
