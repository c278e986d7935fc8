import type { Placement } from './Placement';
import { placementIdentity } from './placementIdentity';
import { placementKeys } from './placementKeys';

const base: Placement = {
  environment: 'prod',
  account: '111122223333',
  region: 'us-east-1',
  runtime: 'ecs-fargate',
};

describe('placementKeys', () => {
  it('names a placement by environment and Region', () => {
    expect([...placementKeys([base]).values()]).toEqual(['prod-use1']);
  });

  it('adds what sets a later placement apart', () => {
    const others: Placement[] = [
      { ...base, runtime: 'eks' },
      { ...base, account: '444455556666' },
      { ...base, account: '444455556666', runtime: 'eks' },
      { ...base, cell: 'blue' },
    ];
    expect([...placementKeys([base, ...others]).values()]).toEqual([
      'prod-use1',
      'prod-use1-eks',
      'prod-use1-444455556666',
      'prod-use1-444455556666-eks',
      'prod-use1-blue',
    ]);
  });

  it('keeps the keys of what exists when placements are added', () => {
    const first = placementKeys([base, { ...base, runtime: 'eks' }]);
    const second = placementKeys([
      base,
      { ...base, runtime: 'eks' },
      { ...base, region: 'eu-west-1' },
    ]);
    for (const [identity, key] of first) {
      expect(second.get(identity)).toBe(key);
    }
    expect(
      second.get(placementIdentity({ ...base, region: 'eu-west-1' })),
    ).toBe('prod-euw1');
  });
});
