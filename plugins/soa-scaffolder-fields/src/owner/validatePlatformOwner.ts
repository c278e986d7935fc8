import { configApiRef, identityApiRef } from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { platformOwnersOf } from '@backstage-soa/plugin-soa-react';
import { soaScaffolderFieldsTranslationRef } from '../translation';

/** Refuses an owner that a link has filled in, if it is none that is offered. */
export const validatePlatformOwner: CustomFieldValidator<
  string | undefined
> = async (owner, validation, { apiHolder }) => {
  if (!owner) {
    return;
  }
  const { ownershipEntityRefs } = await apiHolder
    .get(identityApiRef)!
    .getBackstageIdentity();
  const mayOwn =
    ownershipEntityRefs.includes(owner) &&
    platformOwnersOf(apiHolder.get(configApiRef)!).includes(owner);
  if (!mayOwn) {
    const words = apiHolder
      .get(translationApiRef)!
      .getTranslation(soaScaffolderFieldsTranslationRef);
    validation.addError(
      words.ready
        ? words.t('owner.refused', { owner })
        : `${owner} may not own this, or you do not belong to it: choose another.`,
    );
  }
};
