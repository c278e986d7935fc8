import type { TargetRecord } from '../store';
import { rolloutEnd } from './rolloutEnd';

function target(key: string, state: TargetRecord['state']): TargetRecord {
  return {
    rolloutId: 'rollout-1',
    position: 0,
    placement: {
      environment: 'prod',
      account: '111122223333',
      region: 'us-east-1',
      runtime: 'ecs-fargate',
      workspace: `acme/orders-${key}`,
      key,
      accountName: 'runtime-ecs-prod',
    },
    state,
  };
}

describe('rolloutEnd', () => {
  it('is applied when all placements are', () => {
    expect(
      rolloutEnd([target('a', 'applied'), target('b', 'applied')]),
    ).toEqual({
      state: 'applied',
      message: 'All 2 placements are applied.',
    });
  });

  it('says what was and was not done when one has failed', () => {
    expect(
      rolloutEnd([
        target('a', 'applied'),
        target('b', 'failed'),
        target('c', 'skipped'),
      ]),
    ).toEqual({
      state: 'failed',
      message: 'Failed: b; applied: a; not begun: c.',
    });
  });
});
