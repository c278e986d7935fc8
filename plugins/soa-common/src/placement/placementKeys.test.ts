import fc from 'fast-check';
import { arbitraryPlacements } from '../__testUtils__/arbitraryPlacement';
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

  it('names what an account itself is given by the account', () => {
    const global: Placement = {
      ...base,
      region: 'global',
      runtime: 'platform',
    };
    expect([
      ...placementKeys([
        global,
        { ...global, account: '444455556666' },
        { ...global, environment: 'dev' },
        { ...global, region: 'us-east-1' },
        { ...global, cell: 'blue' },
        { ...global, runtime: 'static-site', account: '444455556666' },
      ]).values(),
    ]).toEqual([
      '111122223333',
      '444455556666',
      'dev-111122223333',
      'prod-use1',
      'prod-global-blue',
      'prod-global',
    ]);
  });

  it('keeps keys that are known, whatever has gone before them', () => {
    const eks: Placement = { ...base, runtime: 'eks' };
    const known = new Map([[placementIdentity(eks), 'prod-use1-eks']]);
    expect([...placementKeys([eks, base], known).values()]).toEqual([
      'prod-use1-eks',
      'prod-use1',
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

  it('gives each placement a key of its own, which more placements leave as it is', () => {
    fc.assert(
      fc.property(
        arbitraryPlacements(placementIdentity),
        fc.nat(30),
        (placements, length) => {
          const keys = placementKeys(placements);
          expect(keys.size).toBe(placements.length);
          expect(new Set(keys.values()).size).toBe(placements.length);
          for (const key of keys.values()) {
            expect(key).toMatch(/^[a-z0-9-]+$/);
          }
          for (const [identity, key] of placementKeys(
            placements.slice(0, length),
          )) {
            expect(keys.get(identity)).toBe(key);
          }
        },
      ),
    );
  });

  it('finds a key where environments and cells are named like keys', () => {
    const account = '111122223333';
    const clashing: fc.Arbitrary<Placement> = fc.record(
      {
        environment: fc.constantFrom(
          'p',
          'p-use1',
          'p-use1-eks',
          `p-use1-${account}`,
          `p-use1-${account}-eks`,
          `p-use1-${account}-eks-cell`,
        ),
        account: fc.constantFrom(account, '000000000001'),
        region: fc.constantFrom('us-east-1', 'eu-west-1'),
        runtime: fc.constantFrom('eks', 'ec2'),
        cell: fc.constantFrom('eks', account, 'use1', 'cell', 'use1-cell-eks'),
      },
      { requiredKeys: ['environment', 'account', 'region', 'runtime'] },
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(clashing, {
          selector: placementIdentity,
          minLength: 60,
          maxLength: 120,
        }),
        placements => {
          const keys = new Set(placementKeys(placements).values());
          expect(keys.size).toBe(placements.length);
          expect(keys).not.toContain(undefined);
        },
      ),
    );
  });
});
