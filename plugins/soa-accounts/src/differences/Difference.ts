import { PLACEMENT_STATES } from '@backstage-soa/plugin-soa-common';
import type {
  Account,
  PlacementItem,
  PlacementState,
} from '@backstage-soa/plugin-soa-common';

/** What can be wrong with an account, in the order in which it is shown. */
export const ACCOUNT_DIFFERENCES = [
  'no-baseline',
  'no-owner',
  'no-environment',
] as const;

/** What can be wrong with a placement: all that is not in sync. */
export type PlacementDifference = Exclude<PlacementState, 'in-sync'>;

/** What is not as declared, or not as it should be. */
export type Difference =
  | { kind: PlacementDifference; item: PlacementItem }
  | { kind: (typeof ACCOUNT_DIFFERENCES)[number]; account: Account };

/** All kinds that there are. */
export const DIFFERENCES: ReadonlyArray<Difference['kind']> = [
  ...PLACEMENT_STATES.filter(
    (state): state is PlacementDifference => state !== 'in-sync',
  ),
  ...ACCOUNT_DIFFERENCES,
];
