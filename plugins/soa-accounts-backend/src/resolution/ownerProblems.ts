import type {
  PlacementRefusal,
  PlacementRequest,
} from '@backstage-soa/plugin-soa-common';
import type { PlacementPolicy } from './PlacementPolicy';

/** Why the service cannot belong to the owner. */
export function ownerProblems(
  { owner, runtime }: PlacementRequest,
  { memberships, ownerExists, platformOwners }: PlacementPolicy,
): PlacementRefusal[] {
  if (!ownerExists) {
    return [
      {
        input: 'owner',
        message: `There is no group "${owner}" in the catalog: choose a group that you belong to.`,
      },
    ];
  }
  if (runtime === 'platform' && !platformOwners.includes(owner)) {
    return [
      {
        input: 'owner',
        message:
          platformOwners.length > 0
            ? `${owner} may not give accounts their platform: choose ${platformOwners.join(
                ' or ',
              )}.`
            : 'No group may give accounts their platform: ask whoever runs this portal to name one under soa.platform.owners in the configuration.',
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
