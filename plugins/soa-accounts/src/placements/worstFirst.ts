import type {
  PlacementItem,
  PlacementState,
} from '@backstage-soa/plugin-soa-common';

// The worst first.
const SEVERITY: readonly PlacementState[] = [
  'drifted',
  'missing-workspace',
  'undeclared',
  'not-applied',
  'unknown',
  'in-sync',
];

/** Placements, those first that somebody has to do something about. */
export function worstFirst(items: readonly PlacementItem[]): PlacementItem[] {
  return [...items].sort(
    (one, other) => SEVERITY.indexOf(one.state) - SEVERITY.indexOf(other.state),
  );
}
