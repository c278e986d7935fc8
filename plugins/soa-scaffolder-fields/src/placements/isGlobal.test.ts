import { isGlobal } from './isGlobal';

describe('isGlobal', () => {
  it.each([
    [{ runtime: 'static-site' as const }, true],
    [{ runtime: 'ecs-fargate' as const }, false],
    [{ runtime: 'platform' as const }, false],
    [{ runtime: 'platform' as const, global: true }, true],
    [{ runtime: 'static-site' as const, global: false }, false],
    [undefined, false],
  ])('of %j: %s', (options, expected) => {
    expect(isGlobal(options)).toBe(expected);
  });
});
