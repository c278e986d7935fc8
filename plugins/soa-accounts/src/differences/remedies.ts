import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import type { Difference } from './Difference';

/** A place where something can be done about a difference. */
export type RemedyPlace =
  | 'service'
  | 'workspace'
  | 'rollouts'
  | 'tags'
  | 'repair'
  | 'add-environment'
  | 'aws-account';

/**
 * Where something can be done about each kind, the best first. What is to be done
 * is in the translation, as `remedy.` and the kind.
 */
export const REMEDIES: Readonly<
  Record<Difference['kind'], readonly RemedyPlace[]>
> = {
  'missing-workspace': ['add-environment', 'service'],
  undeclared: ['service', 'workspace'],
  drifted: ['repair', 'workspace'],
  unknown: ['workspace', 'service'],
  'not-applied': ['rollouts', 'workspace'],
  'no-baseline': ['aws-account'],
  'no-owner': ['tags'],
  'no-environment': ['tags'],
};

/** Whether something can be done there about this very placement. */
export function leadsTo(
  place: RemedyPlace,
  { workspace, runtime }: PlacementItem,
): boolean {
  if (place === 'workspace') {
    return workspace !== undefined;
  }
  // What an account itself is given comes by templates of its own.
  return place !== 'add-environment' || runtime !== 'platform';
}
