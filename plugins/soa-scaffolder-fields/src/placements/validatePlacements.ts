import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { PlacementStage, Runtime } from '@backstage-soa/plugin-soa-common';
import { soaAccountsApiRef } from '@backstage-soa/plugin-soa-react';
import { toRequest } from './toRequest';

/** Keeps people on the page until the organisation allows what they chose. */
export const validatePlacements: CustomFieldValidator<
  PlacementStage[],
  { runtime: Runtime }
> = async (stages, validation, { apiHolder, formData, uiSchema }) => {
  const runtime = uiSchema?.['ui:options']?.runtime ?? 'ecs-fargate';
  const request = toRequest(formData, runtime, stages ?? []);
  const api = apiHolder.get(soaAccountsApiRef);
  if (!request || !api) {
    if (!stages?.length) {
      validation.addError('Choose an environment and a Region.');
    }
    return;
  }
  const { problems } = await api.resolvePlacements(request);
  for (const { message } of problems) {
    validation.addError(message);
  }
};
