import {
  configApiRef,
  identityApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import { useLoaded } from '../loading';
import type { Loaded } from '../loading';
import { platformOwnersOf } from './platformOwnersOf';

/**
 * A group that may give accounts their platform.
 *
 * @public
 */
export interface PlatformOwner {
  /** Its full reference. */
  ref: string;
  /** What it is called. */
  title: string;
  /** Whether the signed-in user belongs to it. */
  isOwn: boolean;
}

/**
 * The groups of `soa.platform.owners`, and which of them are the user's own.
 *
 * @public
 */
export function useOwnPlatformOwners(): Loaded<PlatformOwner[]> {
  const identity = useApi(identityApiRef);
  const presentation = useApi(entityPresentationApiRef);
  const refs = platformOwnersOf(useApi(configApiRef));
  return useLoaded(refs.join(' '), async () => {
    const { ownershipEntityRefs } = await identity.getBackstageIdentity();
    return Promise.all(
      refs.map(async ref => ({
        ref,
        title: (await presentation.forEntity(ref).promise).primaryTitle,
        isOwn: ownershipEntityRefs.includes(ref),
      })),
    );
  });
}
