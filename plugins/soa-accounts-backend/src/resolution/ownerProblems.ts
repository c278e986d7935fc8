import type {
  PlacementRefusal,
  PlacementRequest,
} from '@backstage-soa/plugin-soa-common';
import type { PlacementPolicy } from './PlacementPolicy';

/** Why the service cannot belong to the owner. */
export function ownerProblems(
  { owner }: PlacementRequest,
  { memberships, ownerExists }: PlacementPolicy,
): PlacementRefusal[] {
  if (!ownerExists) {
    return [
      {
        input: 'owner',
        message: `There is no group "${owner}" in the catalog: choose a group that you belong to.`,
      },
    ];
  }
  return memberships && !memberships.includes(owner)
    ? [
        {
          input: 'owner',
          message: `You are not a member of ${owner}: choose a group that you belong to.`,
        },
      ]
    : [];
}
