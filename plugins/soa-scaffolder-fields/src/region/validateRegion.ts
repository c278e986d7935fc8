import { translationApiRef } from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import { regionsChosen } from './regionsChosen';

/** Keeps people on the page while a Region is none of those chosen before. */
export const validateRegion: CustomFieldValidator<
  string | string[],
  { placementsField?: string }
> = (value, validation, { apiHolder, formData, uiSchema }) => {
  const chosen = regionsChosen(uiSchema?.['ui:options'], formData);
  const apart = [value ?? []]
    .flat()
    .find(region => region && chosen && !chosen.includes(region));
  if (apart) {
    const words = apiHolder
      .get(translationApiRef)!
      .getTranslation(soaScaffolderFieldsTranslationRef);
    validation.addError(
      words.ready
        ? words.t('region.notChosen', { region: apart })
        : `${apart} is none of the Regions chosen before: choose one of them.`,
    );
  }
};
