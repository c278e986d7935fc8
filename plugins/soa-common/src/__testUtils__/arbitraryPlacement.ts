import fc from 'fast-check';
import type { Placement } from '../placement';
import { RUNTIMES } from '../runtime';

const word = (pattern: RegExp) => fc.stringMatching(pattern);

/** Any placement that people may declare, from a world small enough to clash in. */
export const arbitraryPlacement: fc.Arbitrary<Placement> = fc.record(
  {
    environment: fc.oneof(
      fc.constantFrom('dev', 'prod', 'prod-use1'),
      word(/^[a-z][a-z0-9-]{0,30}$/),
    ),
    account: fc.oneof(
      fc.constantFrom('111122223333', '000000000001'),
      word(/^\d{12}$/),
    ),
    region: fc.constantFrom('us-east-1', 'eu-west-1', 'global'),
    runtime: fc.constantFrom(...RUNTIMES),
    cell: fc.oneof(
      fc.constantFrom('a', 'eks', '111122223333', 'use1'),
      word(/^[a-z0-9]([a-z0-9-]{0,14}[a-z0-9])?$/),
    ),
    workspace: fc.oneof(
      word(/^[A-Za-z0-9_-]{1,90}$/),
      word(/^[A-Za-z0-9_-]{1,20}\/[A-Za-z0-9_-]{1,90}$/),
    ),
  },
  { requiredKeys: ['environment', 'account', 'region', 'runtime'] },
);

/** Lists in which no two placements are the same. */
export function arbitraryPlacements(
  identity: (placement: Placement) => string,
): fc.Arbitrary<Placement[]> {
  return fc.uniqueArray(arbitraryPlacement, {
    selector: identity,
    maxLength: 30,
  });
}
