import { parseEntityRef } from '@backstage/catalog-model';
import { translationApiRef } from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { fromOptionOrField } from '../choice';
import { soaScaffolderFieldsTranslationRef } from '../translation';

/** Keeps people on the page until they have typed the name of the service chosen. */
export const validateNameConfirmation: CustomFieldValidator<
  string,
  { componentField?: string }
> = (typed, validation, { apiHolder, formData, uiSchema }) => {
  const component = fromOptionOrField(
    { componentField: uiSchema?.['ui:options']?.componentField ?? 'component' },
    formData,
    'component',
  );
  if (!component) {
    return;
  }
  const { name } = parseEntityRef(component, { defaultKind: 'Component' });
  if (typed !== name) {
    const words = apiHolder
      .get(translationApiRef)!
      .getTranslation(soaScaffolderFieldsTranslationRef);
    validation.addError(
      words.ready
        ? words.t('confirmation.refused', { name })
        : `Type the name of the service, ${name}.`,
    );
  }
};
