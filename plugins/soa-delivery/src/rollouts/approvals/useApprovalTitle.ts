import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutApproval } from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../../translation';

/** Says what is to be decided. */
export function useApprovalTitle(): (
  approval: Pick<RolloutApproval, 'kind' | 'environment' | 'placement'>,
) => string {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return ({ kind, environment, placement }) =>
    kind === 'stage'
      ? t('approval.stage', { environment })
      : t('approval.destroy', { placement: placement ?? environment });
}
