import { RUNTIMES, isRuntime } from './runtimes';

describe('isRuntime', () => {
  it.each([...RUNTIMES])('knows %s', runtime => {
    expect(isRuntime(runtime)).toBe(true);
  });

  it.each(['', 'ECS-Fargate', 'fargate', null, undefined, {}, 0])(
    'does not take %j for one',
    value => {
      expect(isRuntime(value)).toBe(false);
    },
  );
});
