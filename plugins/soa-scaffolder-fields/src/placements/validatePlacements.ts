import { translationApiRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { PlacementStage, Runtime } from '@backstage-soa/plugin-soa-common';
import { soaAccountsApiRef } from '@backstage-soa/plugin-soa-react';
import { fromOptionOrField } from '../choice';
import { serviceFactsOf } from '../service';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import { isGlobal } from './isGlobal';
import { toRequest } from './toRequest';

/** Keeps people on the page until the organisation allows what they chose. */
export const validatePlacements: CustomFieldValidator<
  PlacementStage[],
  { runtime?: Runtime; global?: boolean; componentField?: string }
> = async (stages, validation, { apiHolder, formData, uiSchema }) => {
  const api = apiHolder.get(soaAccountsApiRef)!;
  const words = apiHolder
    .get(translationApiRef)!
    .getTranslation(soaScaffolderFieldsTranslationRef);
  const chosen = (stages ?? []).filter(({ environment }) => environment);
  if (chosen.length === 0) {
    const isInNoRegion = isGlobal(uiSchema?.['ui:options']);
    const word = isInNoRegion ? 'validation.chooseGlobal' : 'validation.choose';
    const english = isInNoRegion
      ? 'Choose an environment.'
      : 'Choose an environment and a Region.';
    validation.addError(words.ready ? words.t(word) : english);
    return;
  }
  const { 'ui:field': field, 'ui:options': options } = uiSchema ?? {};
  const component = fromOptionOrField(options, formData, 'component');
  const runtime =
    options?.runtime ??
    (field === 'SoaPlatformPicker' ? 'platform' : 'ecs-fargate');
  try {
    const service = component
      ? serviceFactsOf(
          await apiHolder.get(catalogApiRef)!.getEntityByRef(component),
        )
      : undefined;
    const request = toRequest(formData, runtime, chosen, service);
    if (!request) {
      return;
    }
    const { problems } = await api.resolvePlacements(request);
    for (const { message } of problems) {
      validation.addError(message);
    }
  } catch (error) {
    const { message } = (error as { cause?: Error }).cause ?? (error as Error);
    validation.addError(
      words.ready
        ? words.t('validation.unchecked', { reason: message })
        : message,
    );
  }
};
